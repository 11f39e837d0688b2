namespace MlMaths.Torch.Calculus;

/// <summary>Whether an edit only says in other words what a likelier one says, by what both make of a step.</summary>
internal sealed class OtherWords(IReadOnlyList<ExamPoint> points)
{
    // No slips of their own where a forgotten factor or derivative explains the same.
    private static readonly Mistake[] Weak =
        [Mistake.OtherFunction, Mistake.ExtraFactor, Mistake.OtherConstant, Mistake.OtherOperand, Mistake.UpsideDown, Mistake.Complement];

    /// <param name="likelier">The likelier one.</param>
    /// <param name="other">The other one.</param>
    public bool AreOf(EditCandidate likelier, EditCandidate other)
    {
        if (likelier is not { First: { } a, Second: null } || other is not { First: { } b, Second: null }) return false;
        if (likelier.IsUnsummed != other.IsUnsummed || a.Twins.Count != b.Twins.Count) return false;
        // A factor that is left out, and the step of its value that became 1.
        bool isFactor = a.Mistake is Mistake.ForgottenFactor or Mistake.ForgottenDerivative && b.Step < a.Step;
        bool isKin = a.Step == b.Step && (KindOf(a) == KindOf(b) || Weak.Contains(b.Mistake));
        return (isFactor || isKin) && points.All(point => AreAlike(point, likelier, other));
    }

    // Of an input another number may stand in its place and do the same: what counts is where it leads.
    private static bool AreAlike(ExamPoint point, EditCandidate likelier, EditCandidate other)
    {
        int step = likelier.First!.Step;
        return likelier.First.Of.Kind == TermKind.Given
            ? point.Right.Keys.All(parameter => AreAlike(
                point.Edited(parameter, likelier.Steps), point.Edited(parameter, other.Steps)))
            : AreAlike(point.Edited(step, likelier.Steps), point.Edited(step, other.Steps));
    }

    private static bool AreAlike(SmallTensor? one, SmallTensor? other) =>
        one is not null && other is not null && AnswerPrecision.IsMatch(one, other, one, AnswerPrecision.Float32);

    // A mean without its 1/n is a sum: two names for the same slip.
    private static Mistake KindOf(Edit edit) => edit.Mistake switch
    {
        Mistake.SumForMean => Mistake.MissingShare,
        Mistake.MeanForSum => Mistake.ExtraShare,
        var kind => kind,
    };
}
