using MlMaths.Torch.Calculus;
using MlMaths.Torch.Exercises.Workbench;

namespace MlMaths.Torch.Exercises.OwnLosses;

/// <summary>Hands a learner's compiled loss to the examination of losses that nobody has derived before.</summary>
internal static class LossGrader
{
    /// <exception cref="UserMistakeException">There is nothing to grade, and the message says why.</exception>
    public static LossGrade Of(LearnerAssembly assembly, string text, int seed)
    {
        LibTorch.Start();
        IOwnLoss loss = assembly.Make<IOwnLoss>() ?? throw new UserMistakeException(
            "the file has no class that is an IOwnLoss: begin a new one with --new, and see how it is written there.");
        try
        {
            return LossGrade.Of(OwnLossExam.Grade(loss, seed, LossReader.Lines(text)));
        }
        catch (Exception thrown) when (thrown is not (UserMistakeException or OutOfMemoryException) && assembly.LineOf(thrown) is not null)
        {
            string first = thrown.Message.Split('\n')[0].Trim().TrimEnd('.');
            throw new UserMistakeException(
                FormattableString.Invariant($"line {assembly.LineOf(thrown)}: it throws an exception: {first}."), thrown);
        }
    }
}
