namespace MlMaths.Torch.Tests.Conventions;

/// <summary>The files of the clone that people wrote: nothing built, nothing that a run left behind.</summary>
internal static class SourceTree
{
    private static readonly string[] MadeByTools = ["bin", "obj", "runs", "TestResults", "BenchmarkDotNet.Artifacts", "my-work"];

    /// <summary>Paths from the root of the clone, with forward slashes, sorted.</summary>
    public static IReadOnlyList<string> Files { get; } = [.. Below(Repository.Folder).Select(Relative).Order(StringComparer.Ordinal)];

    public static string Read(string file) => File.ReadAllText(Path.Combine(Repository.Folder, file));

    public static bool IsProduct(string file) =>
        file.EndsWith(".cs", StringComparison.Ordinal) && !IsForLearners(file)
        && (file.StartsWith("shared/MlMaths.Torch/", StringComparison.Ordinal) || file.StartsWith("projects/", StringComparison.Ordinal));

    /// <summary>What a learner starts from, writes wrongly or compares with: a text, which the workbench compiles and no project.</summary>
    public static bool IsForLearners(string file) =>
        file.StartsWith("projects/Exercises/YourTurn/", StringComparison.Ordinal)
        || (file.StartsWith("projects/Exercises/Learn/", StringComparison.Ordinal)
            && (file.EndsWith("/Stub.cs", StringComparison.Ordinal) || file.EndsWith("/Rest.cs", StringComparison.Ordinal)
                || file.Contains("/Mistakes/", StringComparison.Ordinal) || file.Contains("/Approaches/", StringComparison.Ordinal)));

    private static IEnumerable<string> Below(string folder)
    {
        IEnumerable<string> folders = Directory.EnumerateDirectories(folder).Where(child =>
            !MadeByTools.Contains(Path.GetFileName(child))
            && (Path.GetFileName(child) == ".ci" || !Path.GetFileName(child).StartsWith('.')));
        return Directory.EnumerateFiles(folder)
            .Where(file => Path.GetFileName(file) != ".git" && !file.Contains(".received.", StringComparison.Ordinal))
            .Concat(folders.SelectMany(Below));
    }

    private static string Relative(string path) => Path.GetRelativePath(Repository.Folder, path).Replace('\\', '/');
}
