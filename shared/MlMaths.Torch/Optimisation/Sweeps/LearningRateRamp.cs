using System.Text;

namespace MlMaths.Torch.Optimisation;

/// <summary>Raises η from step to step, stops when the loss will not come back, and puts everything back as it was.</summary>
internal sealed class LearningRateRamp(int steps, double lowest, double highest, IReadOnlyList<IResumable> parts) : ITrainingObserver
{
    private readonly SmoothedLoss _smoothed = new(LearningRateRangeTest.Kept);
    private double[] _θ = [];
    private byte[] _before = [];
    private readonly Queue<double> _last = [];
    private double _least = double.PositiveInfinity;

    public bool WantsToStop { get; private set; }

    public double LearningRate(int step) => lowest * Math.Pow(highest / lowest, step / (steps - 1.0));

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
        state.LearningRate = LearningRate(state.Step);
        // The middle of the last three: one batch that is far off is no end of the ramp.
        _last.Enqueue(state.BatchLoss);
        if (_last.Count > 3) _last.Dequeue();
        double s = _smoothed.Add(_last.Order().ElementAt(_last.Count / 2));
        _least = Math.Min(_least, s);
        WantsToStop = state.Step >= steps || s > LearningRateRangeTest.StopAt * _least;
    }

    public void OnEnd(TrainingState state)
    {
        state.Parameters.Set(_θ);
        using var reader = new BinaryReader(new MemoryStream(_before), Encoding.UTF8);
        foreach (IResumable part in parts)
            part.Load(reader);
    }
}
