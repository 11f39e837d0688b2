namespace MlMaths.Torch.Figures;

/// <summary>What a point looks like, so that groups are told apart without their colours.</summary>
internal enum PointShape
{
    Dot,
    TriangleUp,
    Square,
    Diamond,
    TriangleDown,
    Cross,
}
