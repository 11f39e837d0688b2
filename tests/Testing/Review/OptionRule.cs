namespace MlMaths.Torch.Tests.Review;

/// <summary>An option that was given shows on the page: its name, or its value in a sentence, a cell, a figure or a formula.</summary>
internal static class OptionRule
{
    public const string Name = "option";

    // How a run is made, and not what it says.
    private static readonly string[] Aside =
        ["--quick", "--quiet", "--verbose", "--out", "--seed", "--device", "--resume", "--threads", "--json"];

    public static IEnumerable<Finding> In(ReviewedRun run)
    {
        string[] passages = [.. run.Report.Body.Select(passage => passage.Text), .. run.Drawn.Values];
        foreach ((string name, string? value) in run.Given.Where(option => !Aside.Contains(option.Name)))
        {
            if (!passages.Any(text => Shows(text, name, value)) && !ShowsInParts(passages, value))
                yield return new(Name, run.Report.Name, "", $"{name} {value}", "was given and shows nowhere");
            if (run["decision.md"] is { } note && name is "--capacity" or "--cost-miss" or "--cost-false-alarm" or "--cost-review"
                && !run["decision.md"]!.Body.Any(passage => Shows(passage.Text, value ?? name, value)))
            {
                yield return new(Name, "decision.md", "", $"{name} {value}", "was given and changes no word of the note");
            }
        }
    }

    // A list of columns, each in a cell of its own.
    private static bool ShowsInParts(string[] passages, string? value) => value?.Split(',') is { Length: > 1 } parts
        && parts.All(part => passages.Any(text => text.Contains(part, StringComparison.OrdinalIgnoreCase)));

    // With as many digits as it was given, or more.
    private static bool Says(WrittenNumber one, double value, double unit) => one.Unit <= 1.001 * unit && one.Is(value);

    private static bool Shows(string text, string name, string? value)
    {
        if (value is null) return text.Contains(name, StringComparison.Ordinal);
        string said = Path.GetFileNameWithoutExtension(value);
        IReadOnlyList<WrittenNumber> given = WrittenNumber.In(value);
        return given is [{ } number] && number.Text.Length == value.Length
            ? WrittenNumber.In(text).Any(one => Says(one, number.Value, number.Unit) || Says(one, 100 * number.Value, 100 * number.Unit))
            : text.Contains(said, StringComparison.OrdinalIgnoreCase)
                || text.Contains(value.Replace("=", " = ", StringComparison.Ordinal), StringComparison.OrdinalIgnoreCase)
                || value.Split(',').All(part => text.Contains(part, StringComparison.OrdinalIgnoreCase));
    }
}
