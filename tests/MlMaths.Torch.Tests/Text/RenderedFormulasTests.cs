namespace MlMaths.Torch.Tests.Text;

public sealed class RenderedFormulasTests
{
    [Fact]
    public void What_was_written_is_read()
    {
        Dictionary<string, RenderedFormula> formulas = new()
        {
            ["|x|\n= 1"] = new("<math><mi>x</mi></math>", "|x|\n\n= 1"),
            ["y"] = new("<math><mi>y</mi></math>", "y"),
        };

        Assert.Equal(formulas, RenderedFormulas.Read(RenderedFormulas.Write(formulas)));
    }

    [Fact]
    public void A_formula_has_marks_for_a_page_and_none_for_other_readers()
    {
        Tex marked = Tex.Of("""
            \one{dz} = \six{1}
            """);
        Assert.Equal("{dz} = {1}", marked.Source);
        Assert.Equal("{dz} = {1}", marked.Plain);
    }
}
