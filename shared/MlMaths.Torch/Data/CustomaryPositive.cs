namespace MlMaths.Torch.Data;

/// <summary>Which of two labels is looked for by custom, whatever is rarer: yes beside no, 1 beside 0, died beside survived.</summary>
internal static class CustomaryPositive
{
    private static readonly HashSet<string> Looked = new(StringComparer.OrdinalIgnoreCase)
    {
        "yes", "y", "true", "t", "1", "1.0", "+", "positive", "pos", "died", "dead", "deceased", "churned", "fraud",
            "spam", "default", "ill",
        "sick", "diseased", "malignant", "bad", "failed", "fail", "left", "attrited", "case", "abnormal", "ckd", "ja", "oui", "si", "sí",
    };

    private static readonly HashSet<string> Others = new(StringComparer.OrdinalIgnoreCase)
    {
        "no", "n", "false", "f", "0", "0.0", "-1", "-1.0", "-", "negative", "neg", "survived", "alive", "lived", "stayed", "retained",
        "legitimate", "legit", "ham", "healthy", "well", "benign", "good", "passed", "pass", "control", "normal", "notckd", "nein", "non",
    };

    /// <summary>The one that is looked for; null where custom does not know both words.</summary>
    public static string? Among(string first, string second) =>
        Looked.Contains(first) && Others.Contains(second) ? first
        : Looked.Contains(second) && Others.Contains(first) ? second
        : null;
}
