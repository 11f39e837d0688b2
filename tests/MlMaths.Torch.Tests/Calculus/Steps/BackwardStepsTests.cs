using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Tests.Calculus;

public sealed class BackwardStepsTests
{
    public static TheoryData<string> Names => [.. DerivationCatalogue.All.Select(derivation => derivation.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Steps_lead_to_the_derivations_own_gradient(string name)
    {
        IDerivation derivation = DerivationCatalogue.ByName(name);
        BackwardSteps steps = ((IStepwise)derivation).Steps;
        Assert.Equal(derivation.Inputs.Where(input => input.IsDifferentiated).Select(input => input.Name).Order(),
            steps.Gradients.Keys.Order());
        for (int seed = 0; seed < 20; seed++)
        {
            var point = new ExamPoint(derivation, seed);
            foreach ((string parameter, SmallTensor right) in point.Right)
            {
                SmallTensor value = point.Edited(parameter, EditedSteps.None)!;
                Assert.Equal(right.Shape, value.Shape);
                Assert.All(right.Numbers.Zip(value.Numbers), pair => Assert.Equal(pair.First, pair.Second,
                    1e-11 * Math.Max(right.Largest, 1)));
            }
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Rounding_is_bounded_and_of_the_size_of_the_numbers(string name)
    {
        var point = new ExamPoint(DerivationCatalogue.ByName(name), seed: 4);
        Assert.All(point.Right, part =>
        {
            SmallTensor bound = point.Rounding(part.Key);
            Assert.Equal(part.Value.Shape, bound.Shape);
            Assert.All(bound.Numbers.Zip(part.Value.Numbers), pair => Assert.InRange(pair.First, Math.Abs(pair.Second), 1e5));
        });
    }

    [Fact]
    public void A_step_reads_as_it_stands_in_the_formula()
    {
        BackwardSteps steps = ((IStepwise)DerivationCatalogue.ByName("two-layer-perceptron")).Steps;
        Assert.Equal(
            ["Z1 = X W1 + b1", "A1 = tanh(Z1)", "dZ2 = (P − Y)/n", "dA1 = dZ2 W2ᵀ", "A1' = 1 − A1²", "dZ1 = dA1 ⊙ A1'", "db1 = Σᵢ dZ1"],
            steps.All.Where(step =>
                step.Name is "Z1" or "A1" or "dZ2" or "dA1" or "A1'" or "dZ1" or "db1").Select(step => step.ToString()));
    }

    [Fact]
    public void What_an_edit_does_not_reach_stays_as_it_is()
    {
        BackwardSteps steps = ((IStepwise)DerivationCatalogue.ByName("two-layer-perceptron")).Steps;
        int slope = steps.All.Single(step => step.Name == "A1'").Index;
        var edited = new EditedSteps(steps, (slope, 1.0));
        string[] reached = [.. steps.All.Where(step => (edited.Reached >> step.Index & 1) != 0).Select(step => step.Name)];
        Assert.Equal(["A1'", "dZ1", "dW1", "db1"], reached);
    }
}
