using System.Text.Json.Nodes;

namespace MlMaths.Torch.Doctor;

/// <summary>One change that may take a symptom away.</summary>
/// <param name="Fault">What it would mean if it did; its <see cref="Fault.Tried"/> are the fields.</param>
/// <param name="IsReset">Whether a field that is out of the ordinary is put back, and not one of the ordinary moved.</param>
internal sealed record SettingChange(Fault Fault, bool IsReset)
{
    /// <summary>The fault of a training that is sound, and too short.</summary>
    public const string MoreEpochsNeeded = "too_few_epochs";

    private const double OutOfOrdinary = 3, Step = 10, SmallStep = 4;
    private const int Units = 32, MostDepth = 2, Batch = 32, Epochs = 40, MoreEpochs = 4, Widen = 4;
    private const double UsualDecay = 0.01, MostDropout = 0.5, BeforeCapacity = (int)FaultStage.RateAndRule + 0.5;

    private static readonly double[] Penalties = [0.01, 0.1];

    /// <summary>Where it stands among changes that close about as much: upstream first.</summary>
    public double Order { get; init; } = (int)Fault.Stage;

    /// <summary>Changes for a training that does not learn a few rows by heart, other rates left out, what lies upstream first.</summary>
    public static IEnumerable<SettingChange> ForLearningByHeart(TrainingSpec spec) =>
        OfNet(spec).Concat(OfRule(spec)).Concat(OfRegularisation(spec))
            .Where(one => one.Fault.Tried.All(change => change.Field != "learning_rate"))
            .OrderBy(one => one.Fault.Stage);

    /// <summary>Changes for a training that has not learnt what references have, what lies upstream first.</summary>
    /// <param name="spec">The training.</param>
    /// <param name="isFalling">Whether its loss was still falling: then more steps are the first that is tried.</param>
    public static IEnumerable<SettingChange> ForLearning(TrainingSpec spec, bool isFalling)
    {
        // What more steps close is not the fault of the net or of what holds it back: of a loss that still falls, they are tried before.
        SettingChange[] steps = [.. OfLength(spec), Longer(spec) with { IsReset = isFalling }];
        SettingChange[] resets = [.. OfData(spec), .. OfNet(spec), .. OfRule(spec), .. OfRegularisation(spec)];
        IEnumerable<SettingChange> ofLength = isFalling ? steps.Select(step => step with { Order = BeforeCapacity }) : OfLength(spec);
        foreach (SettingChange one in resets.Concat(ofLength))
            yield return one;
        double rate = spec.Rule.UsedLearningRate;
        foreach (double other in new[] { rate * Step, rate / Step })
            yield return new(RateFault.Of(spec, other), IsReset: false);
        if (!isFalling) yield return steps[^1];
        if (spec.Net.Hidden.Count > 0)
        {
            yield return Moved("net_too_small", FaultStage.Capacity, "net", "hidden",
                new JsonArray([.. spec.Net.Hidden.Select(width => (JsonNode)JsonValue.Create(Math.Min(Widen * width, 1024)))]));
        }
    }

    /// <summary>Fields that are needed together, each as the fault that it is alone; the rest, which has no name of its own, behind
    /// them. Empty where none has a name.</summary>
    /// <param name="spec">The training.</param>
    /// <param name="needed">The fields.</param>
    /// <param name="rest">How the rest is called.</param>
    public static IReadOnlyList<Fault> PartsOf(TrainingSpec spec, IReadOnlyList<SpecChange> needed, string rest)
    {
        // A rate is large or small beside the usual one of its rule: where the rule changes, too, it has no name.
        SettingChange[] rate = needed.Any(change => change.Path == "rule.kind")
            ? []
            : [new(RateFault.Of(spec, UsualRate(spec)), IsReset: true)];
        SettingChange[] named =
        [
            .. OfData(spec).Concat(OfNet(spec)).Concat(OfRule(spec)).Concat(rate).Concat(OfRegularisation(spec)).Concat(OfLength(spec))
                .Where(one => one.Fault.Tried.Any(IsNeeded)).DistinctBy(one => one.Fault.Id),
        ];
        SpecChange[] others = [.. needed.Where(change => !named.Any(one => one.Fault.Tried.Any(tried => tried.Path == change.Path)))];
        IEnumerable<Fault> unnamed =
            others.Length == 0 ? [] : [new(rest, FaultStage.RateAndRule, SpecChange.Words(others)) { Tried = others }];
        return named.Length == 0 ? [] : [.. named.Select(one => one.Fault with { IsSymptom = false }), .. unnamed];

        bool IsNeeded(SpecChange tried) => needed.Any(change => change.Path == tried.Path);
    }

    /// <summary>Changes for a training that has learnt its own rows and little that carries over.</summary>
    public static IEnumerable<SettingChange> ForCarryingOver(TrainingSpec spec) =>
    [
        .. OfData(spec), .. OfNet(spec), .. OfRule(spec), .. OfLength(spec),
        .. Penalties.Select(Penalised),
        Moved("net_too_large", FaultStage.Capacity, "net", "hidden", new JsonArray()),
    ];

    /// <summary>Changes for steps that miss, or that end in no number at all.</summary>
    public static IEnumerable<SettingChange> ForSteadiness(TrainingSpec spec)
    {
        double rate = spec.Rule.UsedLearningRate, usual = UsualRate(spec);
        foreach (SettingChange one in OfData(spec).Concat(OfWeights(spec)))
            yield return one;
        if (rate > OutOfOrdinary * usual) yield return new(RateFault.Of(spec, usual), IsReset: true);
        foreach (SettingChange one in OfRuleSettings(spec).Concat(OfRegularisation(spec)))
            yield return one;
        foreach (double factor in new[] { SmallStep, Step, Step * Step })
            yield return new(RateFault.Of(spec, rate / factor), IsReset: false);
        if (spec.Training.Epochs < Epochs) yield return Reset(MoreEpochsNeeded, FaultStage.Length, "training", "epochs", Epochs);
        if (spec.Training.Batch < Batch) yield return Reset("batch_too_small", FaultStage.Length, "training", "batch", Batch);
    }

    private static SettingChange Penalised(double penalty) =>
        Moved("regularisation_missing", FaultStage.Regularisation, "loss", "penalty", JsonValue.Create(penalty));

    private static SettingChange Longer(TrainingSpec spec) => Moved(
        MoreEpochsNeeded, FaultStage.Length, "training", "epochs",
        Math.Max(Epochs, (int)Math.Min(1_000_000, (long)MoreEpochs * spec.Training.Epochs)));

    private static double UsualRate(TrainingSpec spec) => (spec.Rule with { LearningRate = null }).UsedLearningRate;

    private static IEnumerable<SettingChange> OfData(TrainingSpec spec)
    {
        if (spec.Data.Scaling == FeatureScaling.None)
            yield return Reset("feature_scale", FaultStage.Data, "data", "scaling", Word(FeatureScaling.Standard));
        if (spec.Data.TargetScaling == TargetScaling.None)
            yield return Reset("target_scale", FaultStage.Data, "data", "target_scaling", Word(TargetScaling.Standard));
        if (!spec.Training.Shuffle)
            yield return Reset("rows_not_shuffled", FaultStage.Data, "training", "shuffle", true);
    }

    private static IEnumerable<SettingChange> OfWeights(TrainingSpec spec)
    {
        SpecChange[] changes = [.. SpecChange.Between(
            spec, spec with { Net = spec.Net with { Initialisation = WeightDraw.He, InitialBias = 0 } })];
        bool isSound = spec.Net is { Initialisation: WeightDraw.Xavier, InitialBias: 0 } || changes.Length == 0;
        if (!isSound) yield return new(Of("initial_weights_unsuitable", FaultStage.Initialisation, changes), IsReset: true);
    }

    private static IEnumerable<SettingChange> OfNet(TrainingSpec spec)
    {
        foreach (SettingChange one in OfWeights(spec))
            yield return one;
        NetSpec net = spec.Net;
        if (net.Hidden.Count == 0 || net.Activation == HiddenActivation.None)
        {
            yield return new(CapacityCheck.StraightLine(spec), IsReset: true);
        }
        else
        {
            bool isDeep = net.Hidden.Count > MostDepth;
            if (isDeep || net.Hidden.Min() < Units)
                yield return Reset(isDeep ? "net_too_deep" : "net_too_small", FaultStage.Capacity, "net", "hidden", new JsonArray(Units));
            if (net.Activation != HiddenActivation.Relu)
                yield return Reset("activation_unsuitable", FaultStage.Capacity, "net", "activation", Word(HiddenActivation.Relu));
        }

        if (!net.Bias) yield return Reset("bias_missing", FaultStage.Capacity, "net", "bias", true);
    }

    private static IEnumerable<SettingChange> OfRule(TrainingSpec spec)
    {
        double rate = spec.Rule.UsedLearningRate, usual = UsualRate(spec);
        if (rate > OutOfOrdinary * usual || rate < usual / OutOfOrdinary) yield return new(RateFault.Of(spec, usual), IsReset: true);
        if (spec.Rule.Schedule != ScheduleName.Constant)
        {
            yield return Reset(
                "learning_rate_falls_too_soon", FaultStage.RateAndRule, "rule", "schedule", Word(ScheduleName.Constant));
        }

        if (spec.Rule.WarmUp > 0) yield return Reset("warm_up_too_long", FaultStage.RateAndRule, "rule", "warm_up", 0);
        if (spec.Rule.Clip is not null) yield return Reset("clipping_too_tight", FaultStage.RateAndRule, "rule", "clip", null);
        foreach (SettingChange one in OfRuleSettings(spec))
            yield return one;
    }

    private static IEnumerable<SettingChange> OfRuleSettings(TrainingSpec spec)
    {
        RuleSpec usual = TrainingSpec.Parse("{}").Rule;
        SpecChange[] changes =
        [
            .. SpecChange.Between(spec, spec with
            {
                Rule = spec.Rule with { Momentum = usual.Momentum, Beta1 = usual.Beta1, Beta2 = usual.Beta2, Epsilon = usual.Epsilon },
            }),
        ];
        if (changes.Length > 0) yield return new(Of("rule_settings_unsuitable", FaultStage.RateAndRule, changes), IsReset: true);
    }

    private static IEnumerable<SettingChange> OfRegularisation(TrainingSpec spec)
    {
        if (spec.Loss.Penalty > 0) yield return Reset("penalty_too_strong", FaultStage.Regularisation, "loss", "penalty", 0);
        if (spec.Rule.WeightDecay > UsualDecay)
            yield return Reset("weight_decay_too_strong", FaultStage.Regularisation, "rule", "weight_decay", null);
        if (spec.Net.Dropout > 0)
        {
            // Another net learns in spite of it, and is not what is wrong: no ordinary training drops more than it keeps.
            SettingChange without = Reset("dropout_too_strong", FaultStage.Regularisation, "net", "dropout", 0);
            yield return spec.Net.Dropout > MostDropout ? without with { Order = BeforeCapacity } : without;
        }

        if (spec.Training.EarlyStopping is not null)
            yield return Reset("stopped_too_early", FaultStage.Regularisation, "training", "early_stopping", null);
    }

    private static IEnumerable<SettingChange> OfLength(TrainingSpec spec)
    {
        if (spec.Training.Batch > Batch) yield return Reset("batch_too_large", FaultStage.Length, "training", "batch", Batch);
        if (spec.Training.Epochs < Epochs) yield return Reset(MoreEpochsNeeded, FaultStage.Length, "training", "epochs", Epochs);
    }

    private static JsonValue Word<T>(T choice)
        where T : struct, Enum => JsonValue.Create(FieldKind.Word(choice));

    private static SettingChange Reset(string id, FaultStage stage, string part, string field, JsonNode? value) =>
        new(Of(id, stage, new SpecChange(part, field, value)), IsReset: true);

    private static SettingChange Moved(string id, FaultStage stage, string part, string field, JsonNode value) =>
        new(Of(id, stage, new SpecChange(part, field, value)), IsReset: false);

    private static Fault Of(string id, FaultStage stage, params SpecChange[] changes) =>
        new(id, stage, SpecChange.Words(changes)) { Tried = changes };
}
