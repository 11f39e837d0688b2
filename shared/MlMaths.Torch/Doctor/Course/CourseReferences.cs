namespace MlMaths.Torch.Doctor;

/// <summary>
/// What the same rows allow: a straight map with a small penalty, and a net that is known to train well, both for as many steps as they
/// need and judged at the epoch that suits them. Both learn the labels that the training is given, noise and all.
/// </summary>
/// <param name="Line">The straight map.</param>
/// <param name="Net">The net.</param>
internal sealed record CourseReferences(NamedCourse Line, NamedCourse Net)
{
    private const int FewestSteps = 1500, MostSteps = 4000, Units = 32;
    private const double LineRate = 0.01, LinePenalty = 1e-3;

    /// <summary>Both.</summary>
    public IReadOnlyList<NamedCourse> All => [Line, Net];

    /// <summary>The one with the less loss at its best epoch.</summary>
    public NamedCourse Better => All.MinBy(one => one.Course.Best.Validation)!;

    /// <summary>Trains both.</summary>
    public static CourseReferences Train(TrainingSpec spec, SpecData data, int seed, LossKind asked, CancellationToken cancellation)
    {
        TrainingSpec net = KnownNet(spec, data), line = net with
        {
            Net = net.Net with { Hidden = [], Initialisation = WeightDraw.Zero },
            Loss = net.Loss with { Penalty = LinePenalty },
            Rule = net.Rule with { LearningRate = LineRate },
        };
        return new(Trained("linear model", line), Trained("known-good net", net));

        NamedCourse Trained(string name, TrainingSpec one)
        {
            using var rows = SpecData.Prepare(one, seed);
            return new(name, one, TrainingCourse.Train(one, rows, seed, asked, cancellation));
        }
    }

    private static TrainingSpec KnownNet(TrainingSpec spec, SpecData data)
    {
        TrainingSpec known = KnownGood.Of(spec);
        bool isAbsolute = data.Classes is null && spec.Loss.Kind == LossKind.Absolute;
        int stepsPerEpoch = (data.TrainingRows - 1) / known.Training.Batch + 1;
        int epochs = Math.Max((FewestSteps - 1) / stepsPerEpoch + 1, Math.Min(known.Training.Epochs, MostSteps / stepsPerEpoch));
        return known with
        {
            Data = known.Data with { MisalignedLabels = spec.Data.MisalignedLabels },
            Net = known.Net with { Hidden = [Units] },
            Loss = known.Loss with { Kind = isAbsolute ? LossKind.Absolute : null },
            Training = known.Training with { Epochs = epochs, EarlyStopping = null },
        };
    }
}

/// <summary>A training, how it went, and what it is called.</summary>
internal sealed record NamedCourse(string Name, TrainingSpec Spec, TrainingCourse Course);
