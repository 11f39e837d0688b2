namespace MlMaths.Torch.Doctor;

/// <summary>Why a loss cannot be computed at all.</summary>
/// <param name="Id">The fault, for programs.</param>
/// <param name="What">What does not go together, a clause.</param>
/// <param name="Fix">What to change, an imperative clause.</param>
internal sealed record ShapeMismatch(string Id, string What, string Fix)
{
    public string Sentence => $"{What}: {Fix}.";
}

/// <summary>How many outputs a net has, and in which shape its loss takes the targets.</summary>
internal static class SpecShapes
{
    /// <summary>The loss, where none is named.</summary>
    public static LossKind KindOf(TrainingSpec spec, int? classes) =>
        spec.Loss.Kind ?? (classes is null ? LossKind.Squared : LossKind.CrossEntropy);

    /// <summary>One for each class where the loss compares classes or there are more than two; else one.</summary>
    public static int UsualOutputs(TrainingSpec spec, int? classes) => classes switch
    {
        null => 1,
        2 when KindOf(spec, classes) != LossKind.CrossEntropy => 1,
        { } count => count,
    };

    /// <summary>The shape of the targets.</summary>
    public static TargetForm FormOf(TrainingSpec spec, int? classes, int outputs)
    {
        if (spec.Slips.TargetsBroadcast && outputs == 1) return TargetForm.Flat;
        bool isCrossEntropy = KindOf(spec, classes) == LossKind.CrossEntropy;
        if (classes is null || outputs == 1) return TargetForm.Column;
        return isCrossEntropy ? TargetForm.Index : TargetForm.OneHot;
    }

    /// <summary>Null where the loss can be computed.</summary>
    /// <param name="spec">The training.</param>
    /// <param name="classes">C; null for a number.</param>
    /// <param name="outputs">Units of the last layer.</param>
    public static ShapeMismatch? Mismatch(TrainingSpec spec, int? classes, int outputs)
    {
        LossKind kind = KindOf(spec, classes);
        string net = $"The net has {Counted.Of(outputs, "output")} and the target {classes} classes";
        return (kind, classes) switch
        {
            (LossKind.CrossEntropy, null) => new(
                "loss_and_target_differ", "loss.kind is cross_entropy, which compares classes, and the target is a number",
                "set loss.kind to squared or absolute, or data.target_kind to classes where the target is one of some"),
            (LossKind.CrossEntropy, { } count) when outputs > 1 && outputs < count => new(
                "outputs_and_classes_differ", $"{net}, and cross_entropy has no output for the last {count - outputs} of them",
                $"set net.outputs to {count}, or leave it out"),
            (not LossKind.CrossEntropy, { } count) when outputs != 1 && outputs != count => new(
                "outputs_and_classes_differ",
                $"{net}, and the loss {FieldKind.Word(kind)} needs one output for each class, or a single one",
                $"set net.outputs to {count}, or leave it out"),
            _ when spec.Slips.TargetsBroadcast && outputs != 1 => new(
                "targets_broadcast", $"slips.targets_broadcast needs a net of one output, and this one has {outputs}",
                "leave one of the two out"),
            _ => null,
        };
    }
}
