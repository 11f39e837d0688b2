namespace MlMaths.Torch.Runs;

/// <summary>
/// Whether the sources are newer than the program that runs. The bash launcher finds out by itself and builds again; cmd.exe has
/// no way to compare times, so its launcher asks the program to say it.
/// </summary>
internal static class BuildAge
{
    private const string Asked = "MLMATHS_SAY_IF_OLD", Stamp = "mlmaths.built", RootMark = "MlMaths.Torch.sln";

    private static readonly string[] Folders = ["shared", "projects"];

    private static readonly string[] Sources = ["*.cs", "*.csproj", "*.props", "*.targets", "*.csv", "*.css", "*.js"];

    /// <summary>One line, where the launcher asked and a source is newer than the build; else null.</summary>
    public static string? Remark()
    {
        if (Environment.GetEnvironmentVariable(Asked) is null || Root(AppContext.BaseDirectory) is not { } root)
            return null;
        return Newer(root, File.GetLastWriteTimeUtc(Path.Combine(AppContext.BaseDirectory, Stamp))) is { } source
            ? $"{Path.GetRelativePath(root, source)} is newer than this build; build again with: dotnet build -c Release projects/Portfolio"
            : null;
    }

    /// <summary>The first source found that was written after a time; null for none.</summary>
    public static string? Newer(string root, DateTime built) =>
        Folders
            .SelectMany(folder => Sources.SelectMany(pattern => Directory.EnumerateFiles(
                Path.Combine(root, folder), pattern, SearchOption.AllDirectories)))
            .FirstOrDefault(file => !IsMadeByABuild(Path.GetRelativePath(root, file)) && File.GetLastWriteTimeUtc(file) > built);

    private static bool IsMadeByABuild(string path) => path.Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj");

    private static string? Root(string? folder)
    {
        while (folder is not null && !File.Exists(Path.Combine(folder, RootMark)))
            folder = Path.GetDirectoryName(folder);
        return folder;
    }
}
