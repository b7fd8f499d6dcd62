package waggle.cloud.demo;

/**
 * A country with the legal form of its companies and the beginning of a telephone number.
 *
 * @param code ISO 3166-1 alpha-2
 */
record Country(String code, String legalForm, String phone) {

    static Country of(Seeded seeded) {
        var parts = seeded.one(Words.of("countries")).split("\\|", -1);
        return new Country(parts[0], parts[1], parts[2]);
    }

    String phone(Seeded seeded) {
        return phone + " 555 " + seeded.between(1_000, 9_999);
    }
}
