package waggle.live;

import waggle.platform.aws.LiveSettings;

/** The address of the WebSocket API. */
record LiveUrl(LiveSettings settings) {}
