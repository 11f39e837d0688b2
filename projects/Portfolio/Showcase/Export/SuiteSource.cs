using System.ComponentModel;
using System.Diagnostics;
using System.IO.Compression;

namespace MlMaths.Torch.Portfolio.Showcase.Export;

/// <summary>The suite's own source, as git tracks it: what a stranger builds to repeat a run.</summary>
internal sealed class SuiteSource
{
    /// <summary>Its name in the exported repository.</summary>
    public const string Name = "suite.zip";

    /// <summary>Beside the solution, in a source without git: the commit that it stands on.</summary>
    public const string CommitFile = "suite.commit";

    private const string RootMark = "MlMaths.Torch.sln";

    // Tests, samples and notes for authors are not needed to repeat a run.
    private static readonly string[] LeftOut = ["tests/", "runs/", ".ci/"];

    private readonly string _root;

    private SuiteSource(string root, IReadOnlyList<string> files, string? commit) => (_root, Files, Commit) = (root, files, commit);

    /// <summary>Paths from the root.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>The commit, where every file is as it was committed; else null.</summary>
    public string? Commit { get; }

    /// <exception cref="UserMistakeException">This program does not stand in a clone of git, or there is no git.</exception>
    public static SuiteSource Read()
    {
        DirectoryInfo? root = new(AppContext.BaseDirectory);
        while (root is not null && !File.Exists(Path.Combine(root.FullName, RootMark)))
            root = root.Parent;
        if (root is null || Git(root.FullName, "ls-files", "-z") is not { } listed)
        {
            throw new UserMistakeException("The suite's source is taken from its git clone, and this program stands in none: "
                + "export with --suite-url URL, which strangers download it from.");
        }

        string[] files = [.. listed.Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Where(file => !LeftOut.Any(part => file.StartsWith(part, StringComparison.Ordinal))
                && File.Exists(Path.Combine(root.FullName, file)))];
        bool isCommitted = Git(root.FullName, "status", "--porcelain", "--untracked-files=no") is { } status && status.Trim().Length == 0;
        return new(root.FullName, files, isCommitted ? Git(root.FullName, "rev-parse", "HEAD")?.Trim() : null);
    }

    /// <summary>Writes the archive. The same source gives the same bytes.</summary>
    public void Write(string file)
    {
        using ZipArchive archive = ZipFile.Open(file, ZipArchiveMode.Create);
        foreach (string name in Files)
        {
            using Stream entry = New(archive, name);
            using FileStream source = File.OpenRead(Path.Combine(_root, name));
            source.CopyTo(entry);
        }

        if (Commit is null) return;
        using StreamWriter commit = new(New(archive, CommitFile));
        commit.Write(Commit);
    }

    private static Stream New(ZipArchive archive, string name)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name, CompressionLevel.SmallestSize);
        entry.LastWriteTime = new DateTimeOffset(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);
        return entry.Open();
    }

    private static string? Git(string folder, params string[] args)
    {
        try
        {
            using Process git = Process.Start(new ProcessStartInfo("git", args)
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            })!;
            Task<string> errors = git.StandardError.ReadToEndAsync();
            string said = git.StandardOutput.ReadToEnd();
            git.WaitForExit();
            errors.Wait();
            return git.ExitCode == 0 ? said : null;
        }
        catch (Win32Exception)
        {
            return null;
        }
    }
}
