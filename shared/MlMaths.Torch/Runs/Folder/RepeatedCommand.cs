namespace MlMaths.Torch.Runs;

/// <summary>
/// The command line that repeats a run, fit to be pasted, at the root of the clone, into the shell of the system that it was started on.
/// </summary>
internal static class RepeatedCommand
{
    /// <summary>The launcher at the root of the clone, as a shell there wants it typed.</summary>
    public static string Launcher { get; } = Shell.OfThisSystem.Launcher;

    public static string For(string verb, IEnumerable<string> args, Shell? shell = null)
    {
        Shell typedInto = shell ?? Shell.OfThisSystem;
        return string.Join(' ', [typedInto.Launcher, verb, .. args.Select(typedInto.Word)]);
    }
}
