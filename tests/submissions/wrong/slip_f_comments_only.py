# matmul_practice.py
# TODO: part 1
# TODO: part 2
# TODO: part 3
