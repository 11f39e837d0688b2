namespace MlMaths.Torch.Runs;

/// <summary>The command line that repeats a run, fit to be pasted into the shell of the system that it was started on.</summary>
internal static class RepeatedCommand
{
    public static string For(string projectFolder, string? verb, IEnumerable<string> args, Shell? shell = null)
    {
        Shell typedInto = shell ?? Shell.OfThisSystem;
        IEnumerable<string> words = verb is null ? args : args.Prepend(verb);
        return string.Join(' ', ["dotnet run -c Release --project", typedInto.Word(projectFolder), "--", .. words.Select(typedInto.Word)]);
    }
}
