namespace MlMaths.Torch.Text;

/// <summary>A formula as a browser and as a terminal show it.</summary>
/// <param name="MathMl">On one line.</param>
/// <param name="Plain">In Unicode.</param>
internal sealed record RenderedFormula(string MathMl, string Plain);

/// <summary>
/// Every formula of the suite, rendered: its TeX, a line of MathML, and the lines of its plain form behind a bar. One follows the
/// other after an empty line.
/// </summary>
internal static class RenderedFormulas
{
    private const string Bar = "| ", MathMl = "<math";

    private static readonly Lazy<Dictionary<string, RenderedFormula>> All = new(() => Read(Embedded()));

    /// <summary>Null where nobody rendered it.</summary>
    public static RenderedFormula? Of(string tex) => All.Value.GetValueOrDefault(tex);

    /// <summary>The lines of such a file.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, RenderedFormula>> formulas) => string.Join("\n", formulas.Select(formula =>
        $"{formula.Key}\n{formula.Value.MathMl}\n"
        + string.Concat(formula.Value.Plain.Split('\n').Select(line => $"{Bar}{line}".TrimEnd() + "\n"))));

    /// <summary>The formulas in the lines of such a file, by their TeX.</summary>
    public static Dictionary<string, RenderedFormula> Read(string file)
    {
        Dictionary<string, RenderedFormula> formulas = [];
        List<string> tex = [], plain = [];
        string mathMl = "";
        foreach (string line in file.ReplaceLineEndings("\n").Split('\n'))
        {
            if (line.StartsWith(MathMl, StringComparison.Ordinal))
            {
                mathMl = line;
            }
            else if (mathMl.Length == 0)
            {
                tex.Add(line);
            }
            else if (line.StartsWith(Bar.TrimEnd(), StringComparison.Ordinal))
            {
                plain.Add(line.Length > Bar.Length ? line[Bar.Length..] : "");
            }
            else
            {
                formulas.Add(string.Join('\n', tex), new(mathMl, string.Join('\n', plain)));
                (tex, plain, mathMl) = ([], [], "");
            }
        }

        return formulas;
    }

    private static string Embedded()
    {
        using Stream file = typeof(RenderedFormulas).Assembly.GetManifestResourceStream("Text/formulas.txt")
            ?? throw new InvalidOperationException("The formulas Text/formulas.txt are not part of this build.");
        using StreamReader reader = new(file);
        return reader.ReadToEnd();
    }
}
