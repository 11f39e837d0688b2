using System.Xml.Linq;

namespace MlMaths.Torch.Tests.Conventions.Formulas;

/// <summary>Every formula of the suite was rendered, by the Temml that is here, from the TeX that the code says today.</summary>
public sealed class FormulaTests
{
    private static readonly string File = Path.Combine(Repository.Folder, "shared", "MlMaths.Torch", "Text", "formulas.txt");

    private static readonly TemmlRenderer Temml = new();

    [Fact]
    public void The_file_has_what_the_formulas_of_the_code_render_to()
    {
        string received = Path.ChangeExtension(File, "received.txt"), now = Rendered(WrittenFormula.All);
        System.IO.File.Delete(received);
        if (System.IO.File.ReadAllText(File).ReplaceLineEndings("\n") == now)
            return;

        System.IO.File.WriteAllText(received, now);
        Assert.Fail(
            $"The formulas changed. Look at {Path.GetRelativePath(Repository.Folder, received)}, and move it over "
            + $"{Path.GetFileName(File)}.");
    }

    [Fact]
    public void A_formula_is_a_literal() => Convention.Holds(
        WrittenFormula.All.Where(formula => formula.Tex is null).Select(formula => formula.Place),
        "Say the formula as one literal in Tex.Of, and its numbers in a sentence beside it:");

    [Fact]
    public void A_planted_formula_is_found_with_its_marks_and_one_that_is_made_up_later_is_told()
    {
        WrittenFormula[] found = [.. WrittenFormula.In("shared/Planted.cs", """
            class Planted { object A = Tex.Of(@"\one{dz} = 1"); object B(int n) => Tex.Of($"n = {n}"); }
            """)];

        Assert.Equal([@"\one{dz} = 1", null], found.Select(formula => formula.Tex));
        KeyValuePair<string, RenderedFormula> rendered = Assert.Single(RenderedFormulas.Read(Rendered(found)));
        Assert.Equal("{dz} = 1", rendered.Key);
        Assert.Equal("dz = 1", rendered.Value.Plain);
        Assert.Contains("<mrow class=\"term-1\"><mi>d</mi><mi>z</mi></mrow>", rendered.Value.MathMl, StringComparison.Ordinal);
        Assert.Null(RenderedFormulas.Of(rendered.Key));
    }

    [Theory]
    [InlineData(@"\frac{1}{", "argument")]
    [InlineData(@"\nosuchmacro x", @"\nosuchmacro")]
    [InlineData(@"\href{javascript:alert(1)}{x}", @"\href")]
    [InlineData(@"\style{color:red}{x}", @"\style")]
    public void What_is_no_TeX_and_what_is_not_trusted_is_refused(string tex, string named) =>
        Assert.Contains(named, Assert.Throws<FormatException>(() => Temml.Render(tex)).Message, StringComparison.Ordinal);

    [Fact]
    public void Text_in_a_formula_is_no_markup()
    {
        string math = Math(@"\text{<img src=x onerror=alert(1)>} < 1").ToString(SaveOptions.DisableFormatting).Replace('\u00A0', ' ');
        Assert.Contains("&lt;img src=x onerror=alert(1)&gt;", math, StringComparison.Ordinal);
        Assert.DoesNotContain("<img", math, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(@"\frac{\partial L}{\partial z_i} = \sigma(z_i) - y_i", "∂L/∂zᵢ = σ(zᵢ) − yᵢ")]
    [InlineData(@"L = \frac{1}{n} \sum_i \ell_i + \frac{\lambda}{2} \lVert w \rVert^2", "L = 1/n Σᵢ ℓᵢ + λ/2 ‖w‖²")]
    [InlineData(@"p = \frac{1}{1 + e^{-z}}", "p = 1/(1 + e^−z)")]
    [InlineData(@"\ell_i = \ln(1 + e^{z_i}) - y_i z_i", "ℓᵢ = ln(1 + e^zᵢ) − yᵢzᵢ")]
    [InlineData(@"dw = X^\top dz", "dw = Xᵀdz")]
    [InlineData(@"\hat x_{ij} = \sqrt{v_j + \varepsilon}, \quad \bar x = \sqrt n", "x̂ᵢⱼ = √(vⱼ + ε),   x̄ = √n")]
    [InlineData(@"\varphi'(z_{l-1}) \odot W_2^\top", "φ'(zₗ₋₁) ⊙ W₂ᵀ")]
    [InlineData(@"p^* = \frac{\text{false alarm}}{\text{false alarm} + \text{miss}}", "p* = false alarm/(false alarm + miss)")]
    [InlineData(@"\begin{aligned} a &= 1 && \text{one} \\ a_1 &= \frac12 && \text{half} \end{aligned}", "a  = 1   one\na₁ = ½   half")]
    public void The_plain_form_reads_as_one_would_write_it_in_a_comment(string tex, string plain) =>
        Assert.Equal(plain, PlainMath.Of(Math(tex)));

    // One formula may stand in two places, though not with different marks.
    private static string Rendered(IEnumerable<WrittenFormula> formulas) => RenderedFormulas.Write(
        formulas.Select(formula => formula.Tex).OfType<string>().Distinct()
            .ToDictionary(tex => Tex.Of(tex).Source, Rendered).OrderBy(formula => formula.Key, StringComparer.Ordinal));

    private static RenderedFormula Rendered(string tex)
    {
        XElement math = Math(tex);
        return new(math.ToString(SaveOptions.DisableFormatting), PlainMath.Of(math));
    }

    private static XElement Math(string tex) => PageMath.Of(Temml.Render(tex));
}
