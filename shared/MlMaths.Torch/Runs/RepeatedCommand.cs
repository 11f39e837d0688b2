namespace MlMaths.Torch.Runs;

/// <summary>The command line that repeats a run, fit to be pasted into a shell at the root of the clone.</summary>
internal static class RepeatedCommand
{
    private const string NeedsNoQuotes = "-_./:=@%+,";

    /// <summary>The launcher at the root of the clone, as a shell there wants it typed.</summary>
    public static string Launcher { get; } = OperatingSystem.IsWindows() ? @".\mlmaths" : "./mlmaths";

    public static string For(string verb, IEnumerable<string> args) => string.Join(' ', [Launcher, verb, .. args.Select(Quoted)]);

    private static string Quoted(string argument) =>
        argument.Length > 0 && argument.All(letter => char.IsAsciiLetterOrDigit(letter) || NeedsNoQuotes.Contains(letter))
            ? argument
            : $"'{argument.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
