namespace MlMaths.Torch.Faults;

/// <summary>A command that leaves a run folder.</summary>
/// <param name="Name">The command, as the table and <c>--only</c> call it.</param>
/// <param name="Executable">The built program.</param>
/// <param name="Arguments">All but <c>--out</c>.</param>
internal sealed record FaultedProgram(string Name, string Executable, IReadOnlyList<string> Arguments)
{
    private static readonly string Scores = "t,s,r\n" + string.Concat(Enumerable.Range(0, 200).Select(row =>
        FormattableString.Invariant(
            $"{row % 3 / 2},{row * 37 % 101 / 100.0 * 0.6 + row % 3 / 2 * 0.3},{row * 53 % 101 / 100.0}\n")));

    /// <summary>All of them; those that read scores get a file of their own in <paramref name="home"/>.</summary>
    public static IReadOnlyList<FaultedProgram> All(string home)
    {
        string scores = Path.Combine(home, "scores.csv");
        File.WriteAllText(scores, Scores);
        return
        [
            Project("logistic", "LogisticRegression"), Project("pca", "PcaClustering"),
                Project("decision", "ImbalancedDecision"), Project("net", "NeuralNetDiagnostics"),
            Of("evaluate", "Portfolio", "mlmaths"), Of("leakage", "Portfolio", "mlmaths"),
                Of("regression", "Portfolio", "mlmaths"), Of("distributions", "Portfolio", "mlmaths"),
            Of("study", "Portfolio", "mlmaths", "width"),
            Of("inspect", "Portfolio", "mlmaths", scores),
            Of("metrics", "Portfolio", "mlmaths", "--scores", scores, "--target", "t", "--score", "s"),
            Of("compare", "Portfolio", "mlmaths", "--scores", scores, "--target", "t", "--score", "s,r"),
            Of("calculus", "Exercises", "Exercises"),
                Of("explain", "Exercises", "Exercises", "log(1 + exp(-(w*x + b)))", "w=2", "x=-1", "b=0.5"),
        ];
    }

    /// <summary>What continues one of its runs.</summary>
    public IEnumerable<string> Resuming(string run) => [.. Arguments.Take(Verbs), "--resume", run, "--quiet"];

    private int Verbs => Arguments[0].StartsWith("--", StringComparison.Ordinal) ? 0 : 1;

    private static FaultedProgram Project(string name, string folder) =>
        new(name, Built(folder, folder), ["--quick", "--quiet"]);

    private static FaultedProgram Of(string verb, string folder, string program, params string[] more) =>
        new(verb, Built(folder, program), [verb, .. more, "--quick", "--quiet"]);

    private static string Built(string folder, string program) =>
        Path.Combine(Repository.Folder, "projects", folder, "bin", "Release", "net10.0", OperatingSystem.IsWindows()
            ? program + ".exe" : program);
}
