using MlMaths.Torch.Calculus;

namespace MlMaths.Torch.Exercises.YourTurn;

/// <summary>
/// A loss that is given and a gradient that is asked for. Products are written with <c>mm</c>, <c>mv</c> and <c>dot</c>: where
/// shapes do not meet these throw, while <c>matmul</c> ends the whole program.
/// </summary>
internal interface IExercise : IGradientAnswer
{
    /// <summary>L [], as a tensor that autograd follows.</summary>
    Tensor Loss(DerivationPoint at);
}
