namespace MlMaths.Torch.Runs;

/// <summary>The command line that repeats a run, fit to be pasted into a shell.</summary>
internal static class RepeatedCommand
{
    private const string NeedsNoQuotes = "-_./:=@%+,";

    public static string For(string projectFolder, string? verb, IEnumerable<string> args) =>
        string.Join(' ', ["dotnet run -c Release --project", Quoted(projectFolder), "--", .. (verb is null ? args : args.Prepend(verb)).Select(Quoted)]);

    private static string Quoted(string argument) =>
        argument.Length > 0 && argument.All(letter => char.IsAsciiLetterOrDigit(letter) || NeedsNoQuotes.Contains(letter))
            ? argument
            : $"'{argument.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
