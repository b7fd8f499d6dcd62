/** The encryption of secrets before they are stored: a data key for each secret, which AWS KMS or a local key encrypts. */
@NullMarked
package waggle.platform.secrets;

import org.jspecify.annotations.NullMarked;
