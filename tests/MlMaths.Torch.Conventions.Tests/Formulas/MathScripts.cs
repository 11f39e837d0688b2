namespace MlMaths.Torch.Tests.Conventions.Formulas;

/// <summary>What is set lower or higher, in the letters that Unicode has for it.</summary>
internal static class MathScripts
{
    private const string Letters = "0123456789+−()" + "aehijklmnoprstuvx" + "βγρφχ";

    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₍₎"
        + "ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ" + "ᵦᵧᵨᵩᵪ";

    private const string Exponents = "0123456789+−()ijkmnt⊤";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁱʲᵏᵐⁿᵗᵀ";

    /// <summary>An index; two of them keep the comma that Unicode cannot lower.</summary>
    public static string Below(string text)
    {
        string[] parts = [.. text.Split(", ").Select(part => In(part, Letters, Lowered) ?? part)];
        return parts.Length > 1 || parts[0] != text ? string.Join(',', parts) : text.Contains(' ') ? $"_({text})" : $"_{text}";
    }

    /// <summary>An exponent; null where Unicode has no letter for some of it.</summary>
    public static string? Above(string text) => text == "*" || text.All(letter => letter == '\'') ? text : In(text, Exponents, Raised);

    private static string? In(string text, string plain, string scripts)
    {
        string close = text.Replace(" ", "", StringComparison.Ordinal);
        return close.All(plain.Contains)
            ? string.Concat(close.Select(letter => scripts[plain.IndexOf(letter, StringComparison.Ordinal)]))
            : null;
    }
}
