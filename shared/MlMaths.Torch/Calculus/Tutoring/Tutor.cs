namespace MlMaths.Torch.Calculus;

/// <summary>
/// Grades a learner's gradient and says what is likely to have gone wrong. It looks at numbers alone, never at the code: the
/// ratio to the right answer, whether it stays the same over points of different shape, and which mistake would lead to
/// exactly these numbers. What it does not recognise it says so of.
/// </summary>
public static class Tutor
{
    /// <summary>Asks the answer at points that the seed decides.</summary>
    /// <exception cref="UserMistakeException">There is no such derivation.</exception>
    public static GradeSheet Grade(IGradientAnswer answer, int seed) => Examination.Of(answer.Derivation, seed).Grade(answer);
}
