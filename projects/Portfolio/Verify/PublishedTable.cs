using MlMaths.Torch.Runs;

namespace MlMaths.Torch.Portfolio.Verify;

/// <summary>The table of a run that was published with it: in <c>data/</c>, beside the <c>runs/</c> that its folder stands in.</summary>
internal static class PublishedTable
{
    /// <summary>The option behind which it is typed.</summary>
    public const string Flag = "--data";

    /// <summary>The learner's own file that a run was made from, as it was typed; null where its data are embedded, or drawn.</summary>
    public static string? Typed(FinishedRun run)
    {
        string? typed = run.Typed(Flag);
        return typed is { Length: > 0 } && (typed.Any(letter => letter is '.' or '/' or '\\') || File.Exists(typed)) ? typed : null;
    }

    /// <summary>Where a table that was typed so stands below <c>data/</c>; a path that leads elsewhere keeps its last part.</summary>
    public static string Place(string typed) =>
        Path.IsPathRooted(typed) || typed.Split('/', '\\').Contains("..") ? Path.GetFileName(typed) : typed.Replace('\\', '/');

    /// <summary>What to type for the table of a run: the published one where there is one, else as it was typed.</summary>
    /// <param name="run">Which was published.</param>
    /// <param name="typed">Behind --data.</param>
    public static (string Value, string? Folder) Of(FinishedRun run, string typed)
    {
        string data = Path.GetFullPath(Path.Combine(run.Folder, "..", "..", "data")), place = Place(typed);
        if (!File.Exists(Path.Combine(data, place))) return (typed, null);
        // Typed alike, from the folder that it stands in, a path reads in the report as it did.
        return (place == typed.Replace('\\', '/') ? typed : Path.Combine(data, place), data);
    }
}
