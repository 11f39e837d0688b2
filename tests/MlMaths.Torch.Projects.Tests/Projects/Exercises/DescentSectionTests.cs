using MlMaths.Torch.Calculus;
using MlMaths.Torch.Exercises.Calculus;
using MlMaths.Torch.Exercises.Calculus.Sections;
using MlMaths.Torch.Optimisation;
using MlMaths.Torch.Reporting;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What the page for calculus says about descent, when all goes as the theory says, and when it does not.</summary>
public sealed class DescentSectionTests
{
    private static readonly DescentFindings Descent = DescentFindings.Of(quick: true);

    [Fact]
    public void Paths_of_the_trainer_are_the_closed_form()
    {
        Measurements measurements = Measured(Descent, Survey(1));
        Assert.InRange(measurements["descent.path_difference"].Value!.Value, 0, 1e-12);
        Assert.InRange(measurements["descent.autograd_difference"].Value!.Value, 0, 1e-12);
        Section section = DescentSection.Of(Descent, measurements);
        Assert.Equal(
            ["descent-step", "descent-rates-curve", "descent-rates-map", "descent-rules", "descent-valleys"],
            section.Blocks.OfType<FigureBlock>().Select(block => block.Figure.Name));
        Assert.Contains("every path below that limit ended closer", $"{section.Conclusion}", StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_is_not_the_closed_form_is_said()
    {
        DescentFindings wrong = Descent with { OnBowl = [.. Descent.OnBowl.Select(regime => regime with { ClosedFormDifference = 0.5 })] };
        Assert.Contains(
            "more than rounding explains", $"{DescentSection.Of(wrong, Measured(wrong, Survey(1))).Conclusion}",
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_does_not_obey_the_limit_is_said()
    {
        DescentFindings odd = Descent with
        {
            OnBowl = [.. Descent.OnBowl.Select(regime => regime with { LastDistance = 9 * regime.FirstDistance })],
        };
        Assert.False(odd.LimitDecides);
        Assert.Contains(
            "not all the paths above obey", $"{DescentSection.Of(odd, Measured(odd, Survey(1))).Conclusion}", StringComparison.Ordinal);
    }

    [Fact]
    public void Nets_are_counted_with_their_interval_and_bowls_apart()
    {
        Section section = StableLearningRateSection.Of(new StableLearningRateFindings(Survey(1.1), 50), Measured(Descent, Survey(1.1)));
        string conclusion = $"{section.Conclusion}";
        Assert.StartsWith("Near a minimum it was, on every loss tried.", conclusion, StringComparison.Ordinal);
        Assert.Contains("for 2 of 2 small nets near a minimum", conclusion, StringComparison.Ordinal);
        Assert.Contains("0.158 to 1.000", conclusion, StringComparison.Ordinal); // Clopper and Pearson: (0.05/2)^(1/2)
        string proof = string.Concat(section.Blocks.OfType<Paragraph>().Select(paragraph => paragraph.Text));
        Assert.Contains("only the arithmetic is tested, 2 of 2 were within that factor", proof, StringComparison.Ordinal);
        Assert.Contains("the worst factor of all was 1.1", proof, StringComparison.Ordinal);
        Assert.Equal(4, section.Blocks.OfType<Table>().Single().Rows.Count);
    }

    [Fact]
    public void A_prediction_that_failed_is_not_hidden()
    {
        string conclusion =
            $"{StableLearningRateSection.Of(new StableLearningRateFindings(Survey(3), 50), Measured(Descent, Survey(3))).Conclusion}";
        Assert.StartsWith("Not always. 2/λmax predicted", conclusion, StringComparison.Ordinal);
        Assert.Contains("for 0 of 2 small nets", conclusion, StringComparison.Ordinal);
        Assert.Contains("is tested, 0 of 2 were within", conclusion, StringComparison.Ordinal);
    }

    [Fact]
    public void A_prediction_that_is_missing_leaves_the_worst_factor_undefined()
    {
        StabilitySurvey survey = Survey(1);
        survey = survey with { Quadratics = [survey.Quadratics[0] with { Predicted = null }, survey.Quadratics[1]], Nets = [] };
        Measurements measurements = Measured(Descent, survey);
        Assert.Null(measurements["stable.worst_ratio"].Value);
        Section section = StableLearningRateSection.Of(new StableLearningRateFindings(survey, 50), measurements);
        Assert.StartsWith("Not always. No net was tried. Of the bowls", $"{section.Conclusion}", StringComparison.Ordinal);
        Assert.Empty(section.Blocks.OfType<Callout>());
    }

    private static Measurements Measured(DescentFindings descent, StabilitySurvey survey)
    {
        var measurements = new Measurements();
        DescentMeasurements.Add(measurements, descent, new StableLearningRateFindings(survey, 50));
        return measurements;
    }

    /// <summary>Two bowls and two nets whose tried rate is so many times the predicted one.</summary>
    private static StabilitySurvey Survey(double ratio)
    {
        var trial = new StabilityTrial(
            "loss", 2, new LargestCurvature(20, 0, 5, Converged: true, Lift: 0, [1, 0]), 0.1,
            new ObservedStableLearningRate(0.1 * ratio, 0.1 * ratio, 9));
        var net = new PerceptronStability(trial, 0.9, trial, 1e-7, 50);
        return new StabilitySurvey([trial, trial], [trial], [net, net]);
    }
}
