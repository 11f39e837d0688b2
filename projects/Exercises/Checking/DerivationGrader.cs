using MlMaths.Torch.Calculus;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Exercises.Checking;

/// <summary>Hands a learner's compiled gradient to the tutor.</summary>
internal static class DerivationGrader
{
    /// <exception cref="UserMistakeException">The file holds no gradient, or that of another derivation.</exception>
    public static DerivationGrade Of(string derivation, LearnerAssembly assembly, int seed)
    {
        LibTorch.Start();
        IGradientAnswer answer = assembly.Make<IGradientAnswer>() ?? throw new UserMistakeException(
            $"the file has no class that is an IGradientAnswer: start again from the stub, {CheckFiles.StubOf(derivation).Name}.");
        return answer.Derivation == derivation
            ? DerivationGrade.Of(Tutor.Grade(answer, seed))
            : throw new UserMistakeException(
                $"the answer says that it is of {Quoted.Value(answer.Derivation)}, and {Quoted.Value(derivation)} is asked for.");
    }
}
