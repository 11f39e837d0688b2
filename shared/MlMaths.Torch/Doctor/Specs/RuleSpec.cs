using System.Text.Json.Serialization;
using MlMaths.Torch.Optimisation;

namespace MlMaths.Torch.Doctor;

/// <summary>How weights follow the gradient.</summary>
internal enum RuleName
{
    Adam,
    Adamw,
    Sgd,
    Momentum,
    Nesterov,
    Rmsprop,
}

/// <summary>How the learning rate changes.</summary>
internal enum ScheduleName
{
    Constant,
    Cosine,
    OneCycle,
    Step,
    Exponential,
    InverseRoot,
}

/// <summary>The update rule, its learning rate and what limits a step.</summary>
internal sealed record RuleSpec
{
    private const double UsualDecayOfAdamw = 0.01;

    public required RuleName Kind { get; init; }

    /// <summary>Null: the usual one of the rule.</summary>
    public required double? LearningRate { get; init; }

    public required double Momentum { get; init; }

    public required double Beta1 { get; init; }

    public required double Beta2 { get; init; }

    public required double Epsilon { get; init; }

    /// <summary>Null: 0.01 of AdamW, else 0.</summary>
    public required double? WeightDecay { get; init; }

    public required ScheduleName Schedule { get; init; }

    public required double Decay { get; init; }

    public required int DecayEpochs { get; init; }

    public required int WarmUp { get; init; }

    /// <summary>The longest gradient; null: no clipping.</summary>
    public required double? Clip { get; init; }

    public static RuleSpec Read(SpecReader reader) => new()
    {
        Kind = reader.Read("kind", FieldKind.Choice<RuleName>(), RuleName.Adam, "How weights follow the gradient."),
        LearningRate = reader.ReadOrNull("learning_rate", FieldKind.Number(0, 1e6, 0.01, above: true),
            "Absent: 0.003 for adam, adamw and rmsprop, 0.1 for sgd, 0.02 for momentum and nesterov."),
        Momentum = reader.Read("momentum", FieldKind.Number(0, 1, 0.9, below: true), 0.9, "Of momentum and nesterov."),
        Beta1 = reader.Read("beta1", FieldKind.Number(0, 1, 0.9, below: true), 0.9, "Of adam and adamw: share of the mean that is kept."),
        Beta2 = reader.Read("beta2", FieldKind.Number(0, 1, 0.999, below: true), 0.999,
            "Of adam, adamw and rmsprop: share of the mean square that is kept."),
        Epsilon = reader.Read("epsilon", FieldKind.Number(0, 1, 1e-8, above: true), 1e-8, "Of adam, adamw and rmsprop."),
        WeightDecay = reader.ReadOrNull("weight_decay", FieldKind.Number(0, 1e6, 0.01), "Absent: 0.01 for adamw, else 0."),
        Schedule = reader.Read("schedule", FieldKind.Choice<ScheduleName>(), ScheduleName.Constant, "How the learning rate changes."),
        Decay = reader.Read("decay", FieldKind.Number(0, 1, 0.1, above: true), 0.1,
            "Factor of the step schedule each time, and of the exponential one over the whole training."),
        DecayEpochs = reader.Read("decay_epochs", FieldKind.Whole(1, 1_000_000, 10), 10, "Epochs between two falls of the step schedule."),
        WarmUp = reader.Read("warm_up", FieldKind.Whole(0, 1_000_000, 100), 0, "Steps in which the learning rate rises from near 0."),
        Clip = reader.ReadOrNull("clip", FieldKind.Number(0, 1e12, 1, above: true),
            "The longest gradient: longer ones are shortened to it; absent: none is."),
    };

    /// <summary>η as asked, or as the rule usually has it.</summary>
    [JsonIgnore]
    public double UsedLearningRate => LearningRate ?? Kind switch
    {
        RuleName.Sgd => 0.1,
        RuleName.Momentum or RuleName.Nesterov => 0.02,
        RuleName.Adam or RuleName.Adamw or RuleName.Rmsprop => 0.003,
    };

    /// <summary>η λmax up to which a step on a parabola is stable, μ the momentum; null where the rule rescales its gradient.</summary>
    [JsonIgnore]
    public double? LargestStableStep => Kind switch
    {
        RuleName.Sgd => 2,
        RuleName.Momentum => 2 * (1 + Momentum),
        RuleName.Nesterov => 2 * (1 + Momentum) / (1 + 2 * Momentum),
        _ => null,
    };

    /// <summary>The rule, new; who asks disposes it.</summary>
    public IUpdateRule New()
    {
        double λ = WeightDecay ?? (Kind == RuleName.Adamw ? UsualDecayOfAdamw : 0);
        return Kind switch
        {
            RuleName.Adam => new Adam(Beta1, Beta2, Epsilon, λ),
            RuleName.Adamw => new AdamW(Beta1, Beta2, Epsilon, λ),
            RuleName.Sgd => new GradientDescent(λ),
            RuleName.Momentum => new Momentum(Momentum, λ),
            RuleName.Nesterov => new Nesterov(Momentum, λ),
            RuleName.Rmsprop => new RmsProp(Beta2, Epsilon, λ),
        };
    }

    /// <summary>The schedule; null for a constant rate.</summary>
    /// <param name="stepsPerEpoch">Updates of one epoch.</param>
    /// <param name="steps">Updates of the whole training.</param>
    public ILearningRateSchedule? NewSchedule(int stepsPerEpoch, long steps)
    {
        ILearningRateSchedule schedule = Schedule switch
        {
            ScheduleName.Constant => new ConstantLearningRate(),
            ScheduleName.Cosine => new CosineDecay(),
            ScheduleName.OneCycle => new OneCycle(),
            ScheduleName.Step => new StepDecay((int)Math.Min(int.MaxValue, (long)DecayEpochs * stepsPerEpoch), Decay),
            ScheduleName.Exponential => new ExponentialDecay(Math.Pow(Decay, 1.0 / Math.Max(1, steps))),
            ScheduleName.InverseRoot => new InverseRootDecay(),
        };
        return WarmUp > 0 ? new WarmUp(WarmUp, schedule) : Schedule == ScheduleName.Constant ? null : schedule;
    }
}
