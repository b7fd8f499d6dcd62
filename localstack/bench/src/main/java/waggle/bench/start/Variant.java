package waggle.bench.start;

import waggle.bench.cloud.Kind;

/** A function without or with an ahead-of-time cache. */
record Variant(Kind kind, boolean cached) {

    String title() {
        return cached ? kind.title() + " with cache" : kind.title();
    }
}
