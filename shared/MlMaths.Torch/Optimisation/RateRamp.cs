using System.Text;

namespace MlMaths.Torch.Optimisation;

/// <summary>Raises η from step to step, stops when the loss will not come back, and puts everything back as it was.</summary>
internal sealed class RateRamp(int steps, double lowest, double highest, IReadOnlyList<IResumable> parts) : ITrainingObserver
{
    private readonly SmoothedLoss _smoothed = new(RateRangeTest.Kept);
    private double[] _θ = [];
    private byte[] _before = [];
    private double _least = double.PositiveInfinity;

    public bool WantsToStop { get; private set; }

    public double Rate(int step) => lowest * Math.Pow(highest / lowest, step / (steps - 1.0));

    public void OnStart(TrainingState state)
    {
        _θ = state.Parameters.ToArray();
        using var stream = new MemoryStream();
        using var writer = new BinaryWriter(stream, Encoding.UTF8);
        foreach (IResumable part in parts)
            part.Save(writer);
        writer.Flush();
        _before = stream.ToArray();
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
        using var reader = new BinaryReader(new MemoryStream(_before), Encoding.UTF8);
        foreach (IResumable part in parts)
            part.Load(reader);
    }
}
