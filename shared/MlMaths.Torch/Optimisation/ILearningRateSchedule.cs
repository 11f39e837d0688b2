namespace MlMaths.Torch.Optimisation;

/// <summary>A learning rate that is known before the training begins: η(t) = η · f(t, T).</summary>
public interface ILearningRateSchedule
{
    /// <summary>f: what η is multiplied with.</summary>
    /// <param name="t">Updates made before, from 0.</param>
    /// <param name="steps">T: updates of the whole training.</param>
    double Factor(int t, int steps);
}
