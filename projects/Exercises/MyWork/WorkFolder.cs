using MlMaths.Torch.Cli;

namespace MlMaths.Torch.Exercises.MyWork;

/// <summary>
/// Where a learner's files stand. They are theirs: one that is there is never written over, and the folder may be a repository of its
/// own. Two files of settings keep the suite's strict ones away, so that each file also runs by itself.
/// </summary>
internal sealed class WorkFolder
{
    public static readonly ProjectOption<string?> Option = ProjectOption.Text(
        "--work", "DIR", "my-work", "The folder of your own files; nothing in it is ever written over.");

    private const string Suite = "MlMaths.Torch.sln", LongestFile = "1 MB";

    private const long MostBytes = 1 << 20;

    /// <summary>Files that keep the suite's rules away from programs of one file, by name: in whichever folder they stand.</summary>
    public static IReadOnlyList<(string Name, string Text)> OfItsOwn { get; } =
        [("Directory.Build.props", Settings), (".editorconfig", "root = true\n")];

    private const string Settings =
        """
        <Project>
          <PropertyGroup>
            <ImplicitUsings>enable</ImplicitUsings>
            <Nullable>enable</Nullable>
            <TreatWarningsAsErrors>false</TreatWarningsAsErrors>
            <EnforceCodeStyleInBuild>false</EnforceCodeStyleInBuild>
          </PropertyGroup>
        </Project>
        """;

    private readonly string _path;

    /// <summary>The folder that was asked for; <c>my-work</c> where none was.</summary>
    public WorkFolder(string? path) => _path = path is { Length: > 0 } ? path : "my-work";

    /// <summary>A file of the learner's, whether it is there or not.</summary>
    public string PathOf(string relative) => Path.Combine(_path, relative);

    /// <summary>Puts a stub there where the learner has no such file yet; whether it did.</summary>
    public bool Begin(StubFile stub, string relative)
    {
        string file = PathOf(relative);
        if (File.Exists(file)) return false;
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            KeepSuiteAway();
            return Write(file, stub.Text(SuiteSeenFrom(Path.GetDirectoryName(file)!)));
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(file, cause);
        }
    }

    /// <summary>Puts a stub anywhere, with nothing beside it.</summary>
    /// <exception cref="UserMistakeException">A file is there already, or none can be written.</exception>
    public static void BeginAlone(StubFile stub, string file)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(file))!;
        string text = stub.Text(new WorkFolder(folder).SuiteSeenFrom(folder))
            .Replace("{file}", Quoted.Path(file), StringComparison.Ordinal);
        try
        {
            Directory.CreateDirectory(folder);
            if (!Write(file, text))
            {
                throw new UserMistakeException(
                    $"{Quoted.Path(file)} is there already, and nothing of yours is written over: leave out --new.");
            }
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(file, cause);
        }
    }

    /// <summary>Puts a text there for the learner to go on with, where they have no such file yet.</summary>
    public void BeginText(string relative, string text)
    {
        string file = PathOf(relative);
        try
        {
            Directory.CreateDirectory(_path);
            KeepSuiteAway();
            Write(file, text);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(file, cause);
        }
    }

    /// <summary>Writes a file of ours among the learner's: whole, or not at all.</summary>
    public void Replace(string relative, string text)
    {
        string file = PathOf(relative), draft = $"{file}.new";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(file))!);
            File.WriteAllText(draft, text);
            File.Move(draft, file, overwrite: true);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw NotWritten(file, cause);
        }
    }

    /// <summary>Renames a learner's file, so that a new one can begin; where it is now, null where there was none.</summary>
    public string? SetAside(string relative)
    {
        string file = PathOf(relative);
        if (!File.Exists(file)) return null;
        for (int n = 1; ; n++)
        {
            string aside = FormattableString.Invariant($"{file}.{n}.bak");
            if (File.Exists(aside)) continue;
            File.Move(file, aside);
            return aside;
        }
    }

    /// <summary>The text of a file of the learner's.</summary>
    /// <exception cref="UserMistakeException">It cannot be read.</exception>
    public static string Read(string file)
    {
        try
        {
            return new FileInfo(file).Length <= MostBytes
                ? File.ReadAllText(file)
                : throw new UserMistakeException($"{Quoted.Path(file)} is longer than {LongestFile}, and an answer has a few lines.");
        }
        catch (FileNotFoundException)
        {
            throw new UserMistakeException($"There is no file {Quoted.Path(file)}.");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new UserMistakeException(
                $"{Quoted.Path(file)} could not be read ({cause.Message.TrimEnd('.')}).", cause);
        }
    }

    private static UserMistakeException NotWritten(string file, Exception cause) => new(
        $"{Quoted.Path(file)} could not be written ({cause.Message.TrimEnd('.')}): "
        + "make the folder writable, or name another with --work DIR.", cause);

    /// <summary>The suite's own folder, as a project line in a file of that folder names it.</summary>
    private string SuiteSeenFrom(string folder)
    {
        string? suite = AppContext.BaseDirectory;
        while (suite is not null && !File.Exists(Path.Combine(suite, Suite)))
            suite = Path.GetDirectoryName(suite);
        if (suite is null) return SuiteUnknown;
        string full = Path.GetFullPath(_path);
        bool isInside = full.StartsWith(Path.GetFullPath(suite) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return (isInside ? Path.GetRelativePath(folder, suite) : suite).Replace('\\', '/');
    }

    private const string SuiteUnknown = "PATH-OF-THE-SUITE";

    // Without these two, a file of the learner's that runs by itself would be built by the suite's own rules.
    private void KeepSuiteAway()
    {
        foreach ((string name, string text) in OfItsOwn) Write(PathOf(name), text);
    }

    // Never over a file: where another process was quicker, its file stays.
    private static bool Write(string file, string text)
    {
        try
        {
            using var stream = new FileStream(file, FileMode.CreateNew, FileAccess.Write);
            using var writer = new StreamWriter(stream);
            writer.Write(text);
            return true;
        }
        catch (IOException) when (File.Exists(file))
        {
            return false;
        }
    }
}
