using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

/// <summary>How far the check can be believed, where the truth is known.</summary>
public sealed class CheckSurveyTests
{
    private static readonly CheckSurvey Survey = Run();

    [Fact]
    public void Coordinates_that_cross_a_planted_kink_are_labelled_so() => Assert.InRange(Survey.KinksLabelled.Value!.Value, 0.99, 1);

    [Fact]
    public void Planted_errors_of_a_ten_thousandth_and_more_are_found_and_laid_on_the_right_answer()
    {
        Assert.InRange(Survey.ErrorsFound.Value!.Value, 0.999, 1);
        Assert.InRange(Survey.ErrorsFound.Low!.Value, 0.998, 1);
    }

    [Fact]
    public void Correct_gradients_raise_no_alarm() => Assert.Equal(0, Survey.FalseAlarms.Value);

    private static CheckSurvey Run() => CheckSurvey.Run(points: 170, seed: 11);

    [Fact]
    public void A_thousand_correct_derivations_raise_no_alarm()
    {
        IReadOnlyList<IDerivation> all = DerivationCatalogue.All;
        int alarms = 0;
        for (int k = 0; k < 1000; k++)
        {
            using DisposeScope scope = torch.NewDisposeScope();
            using var source = new DerivationSource(all[k % all.Count].Draw(50_000 + k));
            if (!GradientVerdict.Of(source, source.Autograd, source.Batch, () => all[k % all.Count].Kinks(source.Point)).IsRight) alarms++;
        }

        Assert.Equal(0, alarms);
    }
}
