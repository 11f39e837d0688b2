namespace MlMaths.Torch.Benchmarks;

/// <summary>A built program that writes a run folder.</summary>
/// <param name="Name">What the table calls it.</param>
/// <param name="Project">Its folder under <c>projects/</c>.</param>
/// <param name="Executable">The name of its file, without an ending.</param>
/// <param name="Verb">Its command, where it has several, and what is typed behind it.</param>
internal sealed record StressProgram(string Name, string Project, string Executable, string? Verb = null)
{
    public static IReadOnlyList<StressProgram> All { get; } =
    [
        new("project 1", "LogisticRegression", "LogisticRegression"),
        new("project 2", "PcaClustering", "PcaClustering"),
        new("project 3", "ImbalancedDecision", "ImbalancedDecision"),
        new("project 4", "NeuralNetDiagnostics", "NeuralNetDiagnostics"),
        new("calculus", "Exercises", "Exercises", "calculus"),
        new("evaluate", "Portfolio", "mlmaths", "evaluate"),
        new("study", "Portfolio", "mlmaths", "study width"),
        new("leakage", "Portfolio", "mlmaths", "leakage"),
        new("regression", "Portfolio", "mlmaths", "regression"),
        new("distributions", "Portfolio", "mlmaths", "distributions"),
    ];

    /// <summary>The built file; by default the one that stands beside this program's sources.</summary>
    public string File(string root) =>
        Path.Combine(root, "projects", Project, "bin", "Release", "net10.0", OperatingSystem.IsWindows()
            ? $"{Executable}.exe" : Executable);

    public IReadOnlyList<string> Arguments(StressSetting setting, int seed, string folder) =>
    [
        .. Verb?.Split(' ') ?? [], .. setting.IsFull ? (string[])[] : ["--quick"],
        "--quiet", "--seed", $"{seed}", "--out", folder,
    ];
}
