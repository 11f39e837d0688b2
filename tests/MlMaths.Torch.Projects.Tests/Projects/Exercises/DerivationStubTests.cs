using MlMaths.Torch.Calculus;
using MlMaths.Torch.Exercises.Checking;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Tests.Projects;

/// <summary>What a learner starts from, compiled as the workbench compiles it.</summary>
public sealed class DerivationStubTests
{
    [Fact]
    public void Every_stub_compiles_has_the_loss_that_is_derived_and_is_said_to_be_unwritten()
    {
        using DisposeScope scope = torch.NewDisposeScope();
        foreach (IDerivation derivation in DerivationCatalogue.All)
        {
            (LearnerAssembly? stub, IReadOnlyList<CompileFault> faults) =
                LearnerCompiler.Compile(CheckFiles.StubOf(derivation.Name).Text("../.."));
            Assert.Empty(faults);
            IGradientAnswer answer = stub!.Make<IGradientAnswer>()!;
            Assert.Equal(derivation.Name, answer.Derivation);
            DerivationPoint at = derivation.Draw(1);
            var given = (Tensor)answer.GetType().GetMethod("Loss")!.Invoke(answer, [at])!;
            double loss = derivation.Loss(at).ToDouble();
            Assert.Equal(loss, given.ToDouble(), 1e-10 * Math.Max(1, Math.Abs(loss)));

            var grade = DerivationGrade.Of(Examination.Of(answer.Derivation, seed: 5, tried: 0).Grade(answer));
            Assert.True(grade.IsUnwritten, derivation.Name);
            Assert.All(grade.Parameters, parameter => Assert.Equal(
                derivation.Name == "l2" && parameter.Name == "b" ? GradedAs.Right : GradedAs.Unwritten, parameter.Verdict));
        }
    }

    [Fact]
    public void A_mistyped_name_is_answered_with_the_nearest_one() =>
        Assert.StartsWith("There is no derivation 'gelo' (did you mean 'gelu'?)",
            Assert.Throws<UserMistakeException>(() => CheckFiles.Known("gelo")).Message);
}
