using System.Text;

namespace MlMaths.Torch.Portfolio.Cv;

/// <summary>Plain text as TeX that typesets it: every sign that TeX reads as a command becomes the command for that sign.</summary>
internal static class TexText
{
    public static string Of(string plain)
    {
        StringBuilder tex = new(plain.Length + 16);
        foreach (char letter in plain)
        {
            tex.Append(letter switch
            {
                '\\' => @"\textbackslash{}",
                '{' or '}' or '$' or '&' or '#' or '_' or '%' => $@"\{letter}",
                '^' => @"\textasciicircum{}",
                '~' => @"\textasciitilde{}",
                '−' => "$-$",
                '²' => @"\textsuperscript{2}",
                'µ' => @"\textmu{}",
                _ => $"{letter}",
            });
        }

        return $"{tex}";
    }
}
