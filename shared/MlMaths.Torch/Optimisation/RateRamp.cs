using System.Text;

namespace MlMaths.Torch.Optimisation;

/// <summary>Raises η from step to step, stops when the loss will not come back, and puts everything back as it was.</summary>
internal sealed class RateRamp(int steps, double lowest, double highest, IReadOnlyList<IResumable> parts) : ITrainingObserver
{
    private readonly SmoothedLoss _smoothed = new(RateRangeTest.β);
    private readonly MemoryStream _before = new();
    private double[] _θ = [];
    private double _least = double.PositiveInfinity;

    public bool WantsToStop { get; private set; }

    public double Rate(int step) => lowest * Math.Pow(highest / lowest, step / (steps - 1.0));

    public void OnStart(TrainingState state)
    {
        _θ = state.Parameters.ToArray();
        using var writer = new BinaryWriter(_before, Encoding.UTF8, leaveOpen: true);
        foreach (IResumable part in parts)
            part.Save(writer);
    }

    public void OnGradients(TrainingState state)
    {
        state.LearningRate = Rate(state.Step);
        double s = _smoothed.Add(state.BatchLoss);
        _least = Math.Min(_least, s);
        WantsToStop = state.Step >= steps || s > RateRangeTest.StopAt * _least;
    }

    public void OnEnd(TrainingState state)
    {
        state.Parameters.Set(_θ);
        _before.Position = 0;
        using var reader = new BinaryReader(_before, Encoding.UTF8, leaveOpen: true);
        foreach (IResumable part in parts)
            part.Load(reader);
    }
}
