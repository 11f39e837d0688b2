namespace MlMaths.Torch.Benchmarks;

/// <summary>A program, and how it is asked.</summary>
/// <param name="Verb">Its command.</param>
/// <param name="Asked">Behind it.</param>
internal sealed record ReviewCase(string Verb, params string[] Asked)
{
    private static readonly string[] Lopsided = ["--data", "lopsided.csv", "--target", "outcome"],
        Small = ["--data", "small.csv", "--target", "outcome"], Ones = ["--data", "ones.csv", "--target", "outcome"],
        Sums = ["--data", "sums.csv", "--target", "total"], Prices = ["--data", "prices.csv", "--target", "price"],
        Tables = ["--data", "tables.csv", "--target", "kind"], Few = ["--data", "few.csv", "--target", "y"],
        Tail = ["--data", "tail.csv", "--target", "y"], Scores = ["--scores", "scores.csv", "--target", "outcome", "--positive", "yes"];

    public static IReadOnlyList<ReviewCase> All { get; } =
    [
        new("logistic"), new("logistic", "--cost-miss", "500"), new("logistic", "--cost-miss", "1", "--cost-false-alarm", "50"),
        new("logistic", Lopsided), new("logistic", Small), new("logistic", Ones),
        new("logistic", "--data", "iris", "--positive", "virginica"),
        new("pca"), new("pca", Tables), new("pca", Lopsided), new("pca", Small), new("pca", [.. Tables, "--k", "2"]),
        new("pca", Ones), new("pca", "--data", "iris"),
        new("decision"), new("decision", "--cost-miss", "500", "--capacity", "3"), new("decision", "--cost-review", "90"),
        new("decision", "--cost-miss", "5", "--cost-false-alarm", "1", "--cost-review", "0"),
        new("decision", "--data", "breast_cancer"), new("decision", "--data", "breast_cancer", "--deployed-rate", "0.01"),
        new("decision", "--data", "breast_cancer", "--cost-miss", "500", "--capacity", "40"),
        new("decision", "--data", "breast_cancer", "--cost-miss", "100000"),
        new("decision", "--data", "breast_cancer", "--cost-miss", "1", "--cost-false-alarm", "50"),
        new("decision", [.. Ones, "--cost-miss", "100"]), new("decision", Lopsided), new("decision", Small),
        new(
            "decision", "--data", "orders.csv", "--target", "late", "--positive", "yes", "--time", "day", "--amount", "value",
            "--capacity", "3"),
        new("net"), new("net", Tables), new("net", Ones), new("net", Lopsided), new("net", Small), new("net", "--data", "iris"),
        new("net", [.. Tables, "--activation", "relu", "--dropout", "0.3", "--penalty", "0.01", "--rate", "0.5"]),
        new("evaluate"), new("evaluate", Lopsided), new("evaluate", Ones), new("evaluate", Small),
        new("leakage"), new("leakage", Ones), new("leakage", Lopsided), new("leakage", Small), new("leakage", Tables),
        new("regression"), new("regression", Sums), new("regression", Prices), new("regression", Few), new("regression", Tail),
        new("regression", [.. Prices, "--test", "0.5", "--folds", "3"]),
        new("distributions"), new("distributions", "--before", "3/400", "--after", "9/420"),
        new("distributions", "--before", "0/50", "--after", "0/60"), new("distributions", "--before", "400/800", "--after", "480/800"),
        new("distributions", "--before-events", "2/10", "--after-events", "30/10", "--days", "3"),
        new("distributions", "--before-events", "0/4", "--after-events", "1/4", "--rope", "0.005"),
        new("metrics", [.. Scores, "--score", "first"]), new("metrics", [.. Scores, "--score", "first", "--threshold", "0.9"]),
        new("metrics", [.. Scores, "--score", "ties"]), new("compare", [.. Scores, "--score", "first,second"]),
        new("compare", [.. Scores, "--score", "first,ties", "--metric", "recall"]),
        new("inspect", "lopsided.csv"), new("inspect", "tables.csv", "--target", "kind"), new("inspect", "orders.csv"),
        new("explain", "x^y", "x=0", "y=0"), new("explain", "log(exp(x))", "x=-800"), new("explain", "sum(sqrt(x))", "x=[1, 0]"),
        new("calculus"),
    ];

    public IEnumerable<string> Arguments(string folder, bool isFull) =>
        [Verb, .. Asked, .. isFull ? (string[])[] : ["--quick"], "--quiet", "--out", folder];

    public override string ToString() => string.Join(' ', [Verb, .. Asked]);
}
