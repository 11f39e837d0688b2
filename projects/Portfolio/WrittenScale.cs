namespace MlMaths.Torch.Portfolio;

/// <summary>What people write behind digits and above them: 507k, two dozen, 1.2 million, 10⁻⁵.</summary>
internal static class WrittenScale
{
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    /// <summary>What k, hundred or M multiplies by; 1 for none of them. A small m is a million in prose, where no unit is meant.</summary>
    public static double Of(string word) => word.Trim() switch
    {
        "k" or "K" => 1e3,
        "m" or "M" => 1e6,
        "bn" => 1e9,
        var other => other.ToUpperInvariant() switch
        {
            "DOZEN" => 12,
            "HUNDRED" => 100,
            "THOUSAND" => 1e3,
            "MILLION" => 1e6,
            "BILLION" => 1e9,
            _ => 1,
        },
    };

    /// <summary>⁻⁵ as -5.</summary>
    public static string InDigits(string raised) =>
        string.Concat(raised.Select(sign => sign == '⁻' ? "-" : $"{Raised.IndexOf(sign, StringComparison.Ordinal)}"));
}
