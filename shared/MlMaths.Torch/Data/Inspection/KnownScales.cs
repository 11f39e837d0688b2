namespace MlMaths.Torch.Data;

/// <summary>
/// Words that stand in an order by custom, as the answers of a survey do: a guess, which <c>--order</c> makes a fact. In their order they
/// are one feature, and without it one for each word.
/// </summary>
internal static class KnownScales
{
    private const int FewestWords = 3;

    // The lowest first; a file has some of a row's words.
    private static readonly string[][] Scales =
    [
        [
            "strongly disagree", "disagree", "somewhat disagree", "slightly disagree", "neither agree nor disagree", "neutral", "undecided",
            "slightly agree", "somewhat agree", "agree", "strongly agree",
        ],
        ["very dissatisfied", "dissatisfied", "somewhat dissatisfied", "neutral", "somewhat satisfied", "satisfied", "very satisfied"],
        ["very unlikely", "unlikely", "neutral", "likely", "very likely"],
        ["never", "rarely", "seldom", "occasionally", "sometimes", "often", "usually", "always"],
        ["not at all", "slightly", "somewhat", "moderately", "very", "extremely"],
        ["very poor", "poor", "fair", "average", "good", "very good", "excellent"],
        ["very bad", "bad", "average", "good", "very good"],
        ["very low", "low", "medium", "moderate", "high", "very high"],
        ["none", "mild", "moderate", "severe"],
        ["tiny", "small", "medium", "large", "huge"],
        ["sehr schlecht", "schlecht", "mittel", "gut", "sehr gut"],
    ];

    /// <summary>The texts of a category, the lowest first; null where they are no words of one scale.</summary>
    public static IReadOnlyList<string>? Of(ColumnPlan plan)
    {
        if (plan.Kind != ColumnKind.Category || plan.Column.IsNumeric) return null;
        int[] counts = plan.Column.Counts();
        string[] texts = [.. counts.Index().Where(one => one.Item > 0).Select(one => plan.Column.TextOf(one.Index))];
        if (texts.Length < FewestWords) return null;
        return Scales.Where(scale => texts.All(text => Place(scale, text) >= 0))
            .Select(scale => texts.OrderBy(text => Place(scale, text)).ToArray()).FirstOrDefault();
    }

    private static int Place(string[] scale, string text) =>
        Array.FindIndex(scale, word => word.Equals(text, StringComparison.OrdinalIgnoreCase));
}
