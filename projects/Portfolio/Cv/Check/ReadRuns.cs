namespace MlMaths.Torch.Portfolio.Cv.Check;

/// <summary>Which runs a CV was held against, in one line; and what was left out, and why.</summary>
internal static class ReadRuns
{
    private const int MostLeftOut = 3;

    public static string Told(LastRuns all)
    {
        IEnumerable<string> runs = all.Runs.Select(run => run.Data is { } data ? $"{run.Verb} on {Quoted.Path(data.Name)}" : run.Verb)
            .CountBy(one => one).Select(one => one.Value > 1 ? $"{one.Key} ({one.Value} times)" : one.Key);
        string leftOut = all.PassedOver.Count == 0 ? ""
            : $" Left out: {string.Join(" ", all.PassedOver.Take(MostLeftOut))}{(all.PassedOver.Count > MostLeftOut
                ? $" And {Counted.Of(all.PassedOver.Count - MostLeftOut, "more folder")}." : "")}";
        string order = all.AreNamed ? "as named" : "newest first";
        return $"Read: {Counted.Of(all.Runs.Count, "run")}, {order}: {string.Join(", ", runs)}.{leftOut}";
    }
}
