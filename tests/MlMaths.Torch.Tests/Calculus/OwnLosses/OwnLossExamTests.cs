using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>Losses that the catalogue does not have, graded without a look at how they are written.</summary>
public sealed class OwnLossExamTests
{
    private static readonly OwnLoss Poisson = new(
        ["X [n, d]", "y [n] from 0"], ["w [d]", "b []"],
        at => ((at["X"].mv(at["w"]) + at["b"]).exp() - at["y"] * (at["X"].mv(at["w"]) + at["b"])).mean(),
        at => Slopes(at, (at["X"].mv(at["w"]) + at["b"]).exp() - at["y"]));

    [Fact]
    public void A_right_gradient_agrees_with_autograd_and_differences_in_every_coordinate()
    {
        OwnLossSheet sheet = OwnLossExam.Grade(Poisson, seed: 3);
        Assert.True(sheet.Sheet.IsRight);
        Assert.Empty(sheet.Remarks);
        Assert.Equal(["w", "b"], sheet.Compared.Select(one => one.Parameter));
        Assert.All(sheet.Compared, one => Assert.Equal(one.Coordinates.Count, one.Count(CoordinateLabel.Agrees)));
    }

    [Fact]
    public void A_wrong_one_is_told_from_a_right_one_beside_it_and_what_it_is_a_multiple_of()
    {
        OwnLoss sum = Poisson with
        {
            By = at =>
            {
                IReadOnlyDictionary<string, Tensor> right = Poisson.By(at);
                return new Dictionary<string, Tensor> { ["w"] = right["w"] * at["X"].size(0), ["b"] = right["b"] };
            },
        };
        IReadOnlyList<ParameterVerdict> verdicts = OwnLossExam.Grade(sum, seed: 3).Sheet.Verdicts;
        Assert.Equal([VerdictKind.Wrong, VerdictKind.Right], verdicts.Select(one => one.Kind));
        Assert.Contains("yours is n times the right one, as where a 1/n is missing", verdicts[0].Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_something_is_detached_differences_decide_and_autograd_is_said_to_be_wrong()
    {
        var detached = new OwnLoss(
            ["x [n]"], ["w []", "b []"], at => (at["w"] * at["x"] + at["b"].detach()).square().mean(),
            at => new Dictionary<string, Tensor>
            {
                ["w"] = 2 * ((at["w"] * at["x"] + at["b"]) * at["x"]).mean(),
                ["b"] = 2 * (at["w"] * at["x"] + at["b"]).mean(),
            });
        OwnLossSheet sheet = OwnLossExam.Grade(detached, seed: 5);
        Assert.True(sheet.Sheet.IsRight);
        Assert.Contains("the differences decide alone", Assert.Single(sheet.Remarks), StringComparison.Ordinal);
        Assert.Contains("autograd's answer is wrong", sheet.Compared[1].Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_loss_that_autograd_cannot_see_is_graded_by_differences_alone()
    {
        var number = new OwnLoss(
            ["x [n]"], ["w []"], at => torch.tensor(Math.Pow(at["w"].ToDouble(), 3)),
            at => new Dictionary<string, Tensor> { ["w"] = 2 * at["w"].square() });
        OwnLossSheet sheet = OwnLossExam.Grade(number, seed: 5);
        Assert.Equal(VerdictKind.Wrong, Assert.Single(sheet.Sheet.Verdicts).Kind);
        Assert.StartsWith("Autograd finds no way", Assert.Single(sheet.Remarks), StringComparison.Ordinal);
        Assert.Empty(sheet.Compared);
    }

    [Theory]
    [InlineData("not a number", "w [n]", "log")]
    [InlineData("must be a single number", "w [n]", "none")]
    [InlineData("something is drawn again each time", "w [n]", "drawn")]
    [InlineData("comes out as Float32", "w [n]", "single")]
    [InlineData("sizes as letters", "w n", "sum")]
    [InlineData("a gradient needs numbers that move", "w [n] class", "sum")]
    [InlineData("it may be \"0 or 1\"", "w [n] zero or one", "sum")]
    [InlineData("'x' is named twice", "x [n]", "sum")]
    public void What_cannot_be_graded_is_said(string says, string parameter, string ending)
    {
        var loss = new OwnLoss(["x [n]"], [parameter], at => ending switch
        {
            "log" => at["w"].log().sum(),
            "drawn" => (at["w"] * torch.rand(at["w"].shape)).sum(),
            "none" => at["w"] * at["x"],
            "single" => at["w"].@float().sum(),
            _ => at["w"].sum(),
        }, at => new Dictionary<string, Tensor> { ["w"] = at["x"] });
        UserMistakeException mistake = Assert.Throws<UserMistakeException>(() => OwnLossExam.Grade(loss, seed: 2));
        Assert.Contains(says, mistake.Message, StringComparison.Ordinal);
    }

    private static Dictionary<string, Tensor> Slopes(DerivationPoint at, Tensor e) =>
        new() { ["w"] = at["X"].t().mv(e) / e.size(0), ["b"] = e.mean() };
}
