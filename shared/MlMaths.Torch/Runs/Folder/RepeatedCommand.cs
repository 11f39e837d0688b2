using System.Text.RegularExpressions;

namespace MlMaths.Torch.Runs;

/// <summary>
/// The command line that repeats a run, fit to be pasted into the shell of the system that it was started on, in the folder in which it
/// was: the launchers hand over how they were typed.
/// </summary>
public static partial class RepeatedCommand
{
    /// <summary>The variable in which a launcher says how it was typed.</summary>
    public const string TypedVariable = "MLMATHS_TYPED";

    /// <summary>The launcher as it was typed; that at the root of the clone where no launcher started the program.</summary>
    internal static string Launcher { get; } = TypedAs(Environment.GetEnvironmentVariable(TypedVariable), Shell.OfThisSystem);

    /// <summary>A launcher's path as a shell wants it.</summary>
    /// <param name="launcher">Its path or its name; null or empty: it was none.</param>
    /// <param name="shell">What it is typed into.</param>
    internal static string TypedAs(string? launcher, Shell shell) =>
        string.IsNullOrEmpty(launcher) ? shell.Launcher : shell.Word(launcher);

    /// <summary>The launcher of a command that was printed, without the quotes of a shell; null where it is none.</summary>
    /// <param name="command">As <c>results.json</c> has it.</param>
    public static string? LauncherOf(string command)
    {
        if (Verb().Match(command) is not { Success: true } found) return null;
        string typed = command[..(found.Groups[1].Index - 1)];
        return typed[0] switch
        {
            '\'' => typed.Trim('\'').Replace(@"'\''", "'", StringComparison.Ordinal),
            '"' => typed.Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal),
            _ => typed,
        };
    }

    /// <summary>The verb of a command that was printed; null where it is none.</summary>
    public static string? VerbOf(string command) => Verb().Match(command) is { Success: true } found ? found.Groups[1].Value : null;

    internal static string For(string verb, IEnumerable<string> args, Shell? shell = null)
    {
        Shell typedInto = shell ?? Shell.OfThisSystem;
        return string.Join(' ', [shell?.Launcher ?? Launcher, verb, .. args.Select(typedInto.Word)]);
    }

    // The launcher is one word of the shell; what stands in its quotes may look like a command itself.
    [GeneratedRegex(@"\A(?:'(?:[^']|'\\'')*'|""(?:[^""]|"""")*""|\S+) ([a-z][a-z-]*)(?= |\z)")]
    private static partial Regex Verb();
}
