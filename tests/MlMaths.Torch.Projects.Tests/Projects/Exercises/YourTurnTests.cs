using MlMaths.Torch.Calculus;
using MlMaths.Torch.Exercises.YourTurn;

namespace MlMaths.Torch.Tests.Projects;

public sealed class YourTurnTests
{
    [Fact]
    public void There_is_an_exercise_for_each_derivation_in_the_same_order() =>
        Assert.Equal(DerivationCatalogue.All.Select(derivation => derivation.Name),
            YourTurnCatalogue.All.Select(exercise => exercise.Derivation));

    [Fact]
    public void The_loss_that_is_given_is_the_one_that_is_derived()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        foreach (IExercise exercise in YourTurnCatalogue.All)
        {
            IDerivation derivation = DerivationCatalogue.ByName(exercise.Derivation);
            for (int seed = 0; seed < 5; seed++)
            {
                DerivationPoint at = derivation.Draw(seed);
                double given = exercise.Loss(at).ToDouble(), derived = derivation.Loss(at).ToDouble();
                Assert.True(Math.Abs(given - derived) <= 1e-10 * Math.Max(1, Math.Abs(derived)),
                    $"{exercise.Derivation}: {given} and {derived}");
            }
        }
    }

    [Fact]
    public void What_nobody_has_written_yet_has_the_right_shapes_and_is_said_to_be_unwritten()
    {
        foreach (IExercise exercise in YourTurnCatalogue.All)
        {
            GradeSheet sheet = Examination.Of(exercise.Derivation, seed: 5, tried: 0).Grade(exercise);
            Assert.All(sheet.Verdicts, verdict => Assert.Equal(
                exercise.Derivation == "l2" && verdict.Parameter == "b" ? VerdictKind.Right : VerdictKind.NotWritten,
                verdict.Kind));
        }
    }

    [Fact]
    public void A_mistyped_name_is_answered_with_the_nearest_one() =>
        Assert.StartsWith("There is no exercise 'gelo' (did you mean 'gelu'?)",
            Assert.Throws<UserMistakeException>(() => YourTurnCatalogue.ByName("gelo")).Message);
}
