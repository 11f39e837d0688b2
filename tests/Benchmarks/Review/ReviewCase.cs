namespace MlMaths.Torch.Benchmarks;

/// <summary>A program, and how it is asked.</summary>
/// <param name="Verb">Its command.</param>
/// <param name="Asked">Behind it.</param>
internal sealed record ReviewCase(string Verb, params string[] Asked)
{
    private static readonly string[] Lopsided = ["--data", "lopsided.csv", "--target", "outcome"],
        Small = ["--data", "small.csv", "--target", "outcome"], Ones = ["--data", "ones.csv", "--target", "outcome"],
        Sums = ["--data", "sums.csv", "--target", "total"], Prices = ["--data", "prices.csv", "--target", "price"],
        Tables = ["--data", "tables.csv", "--target", "kind"];

    public static IReadOnlyList<ReviewCase> All { get; } =
    [
        new("logistic"), new("logistic", "--cost-miss", "500"), new("logistic", "--cost-miss", "1", "--cost-false-alarm", "50"),
        new("logistic", Lopsided), new("logistic", Small), new("logistic", Ones),
        new("logistic", "--data", "iris", "--positive", "virginica"),
        new("pca"), new("pca", Tables), new("pca", Ones), new("pca", "--data", "iris"),
        new("decision"), new("decision", "--cost-miss", "500", "--capacity", "3"), new("decision", "--cost-review", "90"),
        new("decision", "--cost-miss", "5", "--cost-false-alarm", "1", "--cost-review", "0"),
        new("decision", "--data", "breast_cancer"), new("decision", "--data", "breast_cancer", "--deployed-rate", "0.01"),
        new("decision", "--data", "breast_cancer", "--cost-miss", "500", "--capacity", "40"),
        new("decision", "--data", "breast_cancer", "--cost-miss", "100000"),
        new("decision", "--data", "breast_cancer", "--cost-miss", "1", "--cost-false-alarm", "50"),
        new("decision", [.. Ones, "--cost-miss", "100"]), new("decision", Lopsided),
        new(
            "decision", "--data", "orders.csv", "--target", "late", "--positive", "yes", "--time", "day", "--amount", "value",
            "--capacity", "3"),
        new("net"), new("net", Tables), new("net", Ones), new("net", Lopsided), new("net", "--data", "iris"),
        new("evaluate"), new("evaluate", Lopsided), new("evaluate", Ones), new("evaluate", Small),
        new("leakage"), new("leakage", Ones),
        new("regression"), new("regression", Sums), new("regression", Prices),
        new("distributions"),
        new("calculus"),
    ];

    public IEnumerable<string> Arguments(string folder, bool isFull) =>
        [Verb, .. Asked, .. isFull ? (string[])[] : ["--quick"], "--quiet", "--out", folder];

    public override string ToString() => string.Join(' ', [Verb, .. Asked]);
}
