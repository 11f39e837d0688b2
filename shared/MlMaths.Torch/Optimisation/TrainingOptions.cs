namespace MlMaths.Torch.Optimisation;

/// <summary>How long and how fast to train. Everything else about a training is the rule, the observers or the batches.</summary>
public sealed record TrainingOptions
{
    /// <summary>η, the factor of one update; unit: whatever turns the gradient's unit into the parameter's. Above 0. Default 0.1.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>Passes over the training rows at most, from 0. Default 100.</summary>
    public int Epochs { get; init; } = 100;

    /// <summary>The name under which the history is kept. Default <c>training</c>.</summary>
    public string Run { get; init; } = "training";

    /// <summary>These options, if they make sense.</summary>
    /// <exception cref="UserMistakeException">Names the option, what it was and what it may be.</exception>
    public TrainingOptions Checked()
    {
        if (!(LearningRate > 0) || !double.IsFinite(LearningRate))
            throw new UserMistakeException($"The learning rate was {LearningRate}, and must be a number above 0; 0.1 is a good start.");
        if (Epochs < 0)
            throw new UserMistakeException($"The number of epochs was {Epochs}, and must be 0 or more; 100 is a good start.");
        return this;
    }
}
