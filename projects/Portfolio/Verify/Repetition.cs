using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Verify;

/// <summary>A run that is done again, by this very program in a process of its own, into a folder that goes away with it.</summary>
internal sealed class Repetition : IDisposable
{
    private const string Out = "--out";

    private readonly DirectoryInfo _out;

    private Repetition(DirectoryInfo @out, FinishedRun run) => (_out, Run) = (@out, run);

    /// <summary>What it came to.</summary>
    public FinishedRun Run { get; }

    /// <summary>What is typed to repeat a run, without its folder.</summary>
    public static IReadOnlyList<string> Args(FinishedRun run)
    {
        List<string> args = [run.Verb, .. run.Args];
        int folder = args.IndexOf(Out);
        if (folder >= 0) args.RemoveRange(folder, Math.Min(2, args.Count - folder));
        args.RemoveAll(arg => arg is "--quiet" or "--verbose" || arg.StartsWith($"{Out}=", StringComparison.Ordinal));
        return args;
    }

    /// <exception cref="UserMistakeException">The run cannot be repeated here; the sentence is that of the program.</exception>
    public static Repetition Of(FinishedRun run, CancellationToken cancellation)
    {
        DirectoryInfo folder = Directory.CreateTempSubdirectory("mlmaths-verify-");
        try
        {
            List<string> args = [.. Args(run)];
            string? home = null;
            if (run.Typed(PublishedTable.Flag) is { Length: > 0 } table)
            {
                (string place, home) = PublishedTable.Of(run, table);
                // Typed alike, so that the pages that print the command are the same.
                int at = args.FindIndex(arg => arg.StartsWith(PublishedTable.Flag, StringComparison.Ordinal));
                if (args[at] == PublishedTable.Flag) args[at + 1] = place;
                else args[at] = args[at][..^table.Length] + place;
            }

            // Pages print commands as they are typed: the same launcher writes the same pages.
            string? launcher = RepeatedCommand.LauncherOf(run.Command);
            Repeat([.. args, "--quiet", Out, folder.FullName], home, launcher, cancellation);
            return new(folder, FinishedRun.Open(folder.EnumerateDirectories().Single().FullName));
        }
        catch
        {
            folder.Delete(recursive: true);
            throw;
        }
    }

    public void Dispose() => _out.Delete(recursive: true);

    private static void Repeat(IReadOnlyList<string> args, string? home, string? launcher, CancellationToken cancellation)
    {
        (int exitCode, string errors) = OwnProgram.Run(args, cancellation, home, launcher);
        if (exitCode != 0)
        {
            throw new UserMistakeException(
                $"The run cannot be repeated from this folder: {(errors.Length > 0 ? errors : $"exit code {exitCode}")}");
        }
    }
}
