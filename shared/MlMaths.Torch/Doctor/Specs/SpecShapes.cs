namespace MlMaths.Torch.Doctor;

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

    /// <summary>Why the loss cannot be computed at all, in one sentence; null where it can.</summary>
    public static string? Mismatch(TrainingSpec spec, int? classes, int outputs)
    {
        LossKind kind = KindOf(spec, classes);
        string loss = kind.ToString().ToLowerInvariant();
        return (kind, classes) switch
        {
            (LossKind.CrossEntropy, null) =>
                "loss.kind is cross_entropy, which compares classes, and the target is a number: take squared or absolute.",
            (LossKind.CrossEntropy, { } count) when outputs > 1 && outputs < count =>
                $"The net has {Counted.Of(outputs, "output")} and the target {count} classes: cross_entropy has no output for the last "
                + $"{count - outputs} of them; set net.outputs to {count}, or leave it out.",
            (not LossKind.CrossEntropy, { } count) when outputs != 1 && outputs != count =>
                $"The net has {Counted.Of(outputs, "output")} and the target {count} classes: the loss {loss} needs one output for "
                + $"each class, or a single one; set net.outputs to {count}, or leave it out.",
            _ when spec.Slips.TargetsBroadcast && outputs != 1 =>
                $"slips.targets_broadcast needs a net of one output, and this one has {outputs}: leave one of the two out.",
            _ => null,
        };
    }
}
