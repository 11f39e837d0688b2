namespace MlMaths.Torch.Text;

/// <summary>A sentence begins with a capital letter, whatever its first word is elsewhere.</summary>
public static class Capital
{
    /// <summary>The words with their first letter large; nothing stays nothing.</summary>
    public static string First(string words) => words.Length == 0 ? words : char.ToUpperInvariant(words[0]) + words[1..];
}
