namespace MlMaths.Torch.Calculus;

/// <summary>
/// What reverse mode does to one expression, step by step: the values in the forward pass, and in the backward pass the chain rule at
/// each node, spelled out with letters and numbers (<see cref="Tape"/> has the derivation).
/// </summary>
/// <param name="Expression">As it was written.</param>
/// <param name="Outcome">What the result is called: L, or another letter where the expression has that name itself.</param>
/// <param name="Forward">Names and operations in the order in which they are computed; the last one is the result.</param>
/// <param name="Backward">The same nodes from the result to the first, without those that depend on no name; empty
/// where there is no gradient.</param>
/// <param name="Remarks">Where the expression has a kink, or no value: one sentence each.</param>
/// <param name="WhyNoGradient">Null where there is one.</param>
public sealed record Explanation(
    string Expression, string Outcome, IReadOnlyList<ForwardStep> Forward, IReadOnlyList<BackwardStep> Backward,
    IReadOnlyList<string> Remarks, string? WhyNoGradient)
{
    /// <summary>The last value of the forward pass: what the expression comes to; null where it comes to nothing.</summary>
    public IReadOnlyList<double>? Result => Forward[^1].Value;

    /// <summary>Explains an expression at the point that the values name.</summary>
    /// <exception cref="UserMistakeException">The values do not fit the expression.</exception>
    public static Explanation Of(Expression expression, GivenValues values)
    {
        Tape tape = expression.Record(values);
        var letters = new ExpressionLetters(expression);
        IReadOnlyList<ForwardStep> forward = new ForwardPass(expression, tape, letters).Steps();
        string? whyNoGradient = WhyNot(tape, forward);
        IReadOnlyList<BackwardStep> backward = whyNoGradient is null ? new BackwardPass(expression, tape, letters).Steps() : [];
        string[] remarks =
        [
            .. forward.Where(step => step.Remark is not null).Select(step => $"{step.Node} = {step.Formula}: {step.Remark}."),
            .. backward.Where(step => step.Remark is not null).Select(step => $"∂{letters.Outcome}/∂{step.Node}: {step.Remark}."),
        ];
        return new Explanation(expression.Text, letters.Outcome, forward, backward, remarks, whyNoGradient);
    }

    private static string? WhyNot(Tape tape, IReadOnlyList<ForwardStep> forward) => forward[^1] switch
    {
        { Value: null } => WhereItStopped(forward.First(step => step.Value is null)),
        { Value.Count: > 1 } result => $"The result is a vector of {result.Value.Count} elements, and only a single "
            + $"number has a gradient: put sum(…) around it.",
        _ when !tape.Entries[^1].IsAsked => "The expression has no names, so there is nothing to differentiate by.",
        _ => null,
    };

    private static string WhereItStopped(ForwardStep first) =>
        $"The result has no value at this point, so there is nothing to differentiate: from {first.Node} = "
            + $"{first.Formula} on there is no number, "
        + $"as {first.Remark}.";
}
