namespace MlMaths.Torch.Calculus;

/// <summary>One part of a direction v in the space of all parameters; the parts that are not listed are 0.</summary>
/// <param name="Coordinate">j, from 0.</param>
/// <param name="Share">vⱼ.</param>
internal readonly record struct Component(int Coordinate, double Share);
